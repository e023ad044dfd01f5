import { redirect } from 'react-router';
import { isLanguage } from '#app/domain/shared/language.ts';
import { languageCookie } from '#app/i18n/request-language.ts';
import type { Route } from './+types/language.ts';
import { ownPath } from './own-path.ts';

/** Keeps the chosen language and comes back to the page on which it was chosen. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const language = form.get('lng');
  const secure = new URL(request.url).protocol === 'https:';
  const headers = isLanguage(language) ? { 'Set-Cookie': languageCookie(language, secure) } : undefined;
  return redirect(ownPath(form.get('back')), { status: 303, headers });
}

export function loader() {
  return redirect('/');
}
