import { renderToString } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, ServerRouter } from 'react-router';
import { isLanguage } from '#app/domain/shared/language.ts';
import { speakFor } from '#app/i18n/i18n.ts';
import { LANGUAGE_COOKIE, LANGUAGE_QUERY } from '#app/i18n/negotiate.ts';
import { languageCookie, requestLanguage } from '#app/i18n/request-language.ts';
import { noteEscaped } from '#app/platform/http/escaped-refusals.server.ts';
import { isSharedComputer } from '#app/platform/session/shared-computer.server.ts';
import { activeProfile, shippedProfile } from '#app/usecases/profile.server.ts';

speakFor(shippedProfile().regulator.kind);

/**
 * Renders the whole page at once: its data is loaded before, nothing in it streams, and one string costs less
 * than a stream. It carries no hydration data and no inline script, so the content policy allows none.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.append('Vary', 'Accept-Language, Cookie');
  headers.set('Content-Language', requestLanguage(request, activeProfile()));
  const url = new URL(request.url);
  const asked = url.searchParams.get(LANGUAGE_QUERY);
  if (isLanguage(asked)) headers.append('Set-Cookie', languageCookie(asked, url.protocol === 'https:'));
  // Behind the next person's "Back" button nothing of this visit must stand.
  if (await isSharedComputer(request)) headers.set('Cache-Control', 'no-store');
  else if ((request.method === 'POST' || isSomebodys(request)) && !headers.has('Cache-Control'))
    headers.set('Cache-Control', 'private, no-store');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const page = renderToString(<ServerRouter context={routerContext} url={request.url} />);
  return new Response(page.startsWith('<!') ? page : `<!DOCTYPE html>${page}`, { status, headers });
}

export const handleError: HandleErrorFunction = (error, { request }) => noteEscaped(error, request);

/** Whether a cookie says whose page this may be: then only a page that says so itself may be kept. */
function isSomebodys(request: Request): boolean {
  const names = (request.headers.get('cookie') ?? '')
    .split(';')
    .map(pair => pair.split('=')[0]?.trim() ?? '');
  return names.some(name => /^(?:__Secure-)?recours[._]/.test(name) && name !== LANGUAGE_COOKIE);
}
