import { createHash } from 'node:crypto';
import { enhanceScripts, offlineScripts } from 'virtual:enhance-scripts';
import { offeredLanguages } from '#app/i18n/request-language.ts';
import stylesheet from '#app/styles/app.css?url';
import { activeProfile } from '#app/usecases/profile.server.ts';

/** Nobody's in particular: the wizard, the page for everything else, and what these need. */
const PAGES = ['/complaint/offline', '/offline'];

function workerText(): string {
  const profile = activeProfile();
  const kept = {
    files: [stylesheet, enhanceScripts.public, offlineScripts.script, '/favicon.svg'],
    pages: PAGES,
    languages: offeredLanguages(profile),
  };
  const version = createHash('sha256')
    .update(JSON.stringify([offlineScripts.build, profile.id, kept]))
    .digest('hex')
    .slice(0, 12);
  return `self.KEPT=${JSON.stringify({ version, ...kept })};\n${offlineScripts.worker}`;
}

/** The service worker, with what it keeps; browsers ask for it again and again and compare it byte for byte. */
export function loader(): Response {
  if (offlineScripts.worker === '') return new Response('', { status: 404 });
  return new Response(workerText(), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
