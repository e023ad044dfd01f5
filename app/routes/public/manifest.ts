import { directionOf, isLanguage } from '#app/domain/shared/language.ts';
import { translator } from '#app/i18n/i18n.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/manifest.ts';

const ICONS = [
  { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
  { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** What a browser needs to install the portal, in one language. */
export function loader({ params }: Route.LoaderArgs): Response {
  const { language } = params;
  if (!isLanguage(language)) return new Response('', { status: 404 });
  const profile = activeProfile();
  const t = translator(language, 'offline');
  const regulator = profile.regulator.shortName[language];
  const manifest = {
    id: '/',
    name: t('app.name', { regulator }),
    short_name: t('app.shortName'),
    description: t('app.description'),
    lang: language,
    dir: directionOf(language),
    start_url: `/complaint/start?lng=${language}`,
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: profile.accent,
    icons: ICONS,
  };
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'max-age=3600' },
  });
}
