import { enhanceScripts } from 'virtual:enhance-scripts';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Links, type LinksFunction, Meta, Outlet, useRouteLoaderData } from 'react-router';
import { directionOf, LANGUAGES } from '#app/domain/shared/language.ts';
import { i18nFor } from '#app/i18n/i18n.ts';
import { offeredLanguages, requestLanguage } from '#app/i18n/request-language.ts';
import { env } from '#app/platform/env.server.ts';
import { isSharedComputer } from '#app/platform/session/shared-computer.server.ts';
import { type AppInformation, AppProvider } from '#app/ui/app-context.tsx';
import { ErrorPage } from '#app/ui/error-page.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/root.ts';
import stylesheet from './styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader({ request }: Route.LoaderArgs): Promise<AppInformation> {
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const url = new URL(request.url);
  url.searchParams.delete('lng');
  return {
    language,
    direction: directionOf(language),
    languages: offeredLanguages(profile),
    profile: profile.id,
    regulator: profile.regulator.name[language],
    instance: env().RECOURS_INSTANCE,
    timeZone: profile.timeZone,
    currency: profile.currency,
    path: `${url.pathname}${url.search}`,
    sharedComputer: await isSharedComputer(request),
    staffScript: enhanceScripts.staff,
    uploadScript: enhanceScripts.upload,
  };
}

/** What a page falls back on when not even the root's loader could answer. */
const WITHOUT_LOADER: AppInformation = {
  language: LANGUAGES[0],
  direction: directionOf(LANGUAGES[0]),
  languages: LANGUAGES,
  profile: 'fr',
  regulator: 'Recours',
  instance: 'production',
  timeZone: 'UTC',
  currency: 'EUR',
  path: '/',
  sharedComputer: false,
  staffScript: enhanceScripts.staff,
  uploadScript: enhanceScripts.upload,
};

export function Layout({ children }: { children: ReactNode }) {
  const app = useRouteLoaderData<typeof loader>('root') ?? WITHOUT_LOADER;
  return (
    <html
      lang={app.language}
      dir={app.direction}
      data-profile={app.profile}
      data-shared-computer={app.sharedComputer ? '' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <link rel="manifest" href={`/manifest/${app.language}`} />
        <script type="module" src={enhanceScripts.public} />
      </head>
      <body>
        <I18nextProvider i18n={i18nFor(app.language)}>
          <AppProvider value={app}>{children}</AppProvider>
        </I18nextProvider>
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
