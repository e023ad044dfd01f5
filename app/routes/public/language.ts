import { redirect } from 'react-router';
import { isLanguage } from '#app/domain/shared/language.ts';
import { languageCookie } from '#app/i18n/request-language.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import type { Route } from './+types/language.ts';
import { ownPath } from './own-path.ts';

/** Keeps the chosen language and comes back to the page on which it was chosen. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const language = form.get('lng');
  const secure = new URL(request.url).protocol === 'https:';
  const headers = isLanguage(language) ? { 'Set-Cookie': languageCookie(language, secure) } : undefined;
  return redirect(ownPath(form.get('back')), { status: 303, headers });
}

export function loader() {
  return redirect('/');
}
