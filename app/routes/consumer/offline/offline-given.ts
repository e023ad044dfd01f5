import { MAX_BYTES, MAX_FILES, MAX_MEGABYTES } from '#app/domain/evidence/media-types.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { CATEGORIES } from '#app/domain/taxonomy/taxonomy.ts';
import type { OfflineRules, OfflineTexts } from '#app/enhance/offline/given.ts';
import { translator } from '#app/i18n/i18n.ts';
import { remediesOffered } from '../filing/remedies-offered.ts';

/** Operators file at their desk, with a network: offline is for people and businesses. */
export const OFFLINE_TRACKS = ['consumer', 'business'] as const;

/** The categories of the profile that people and businesses have. */
export function offlineCategories({ categories }: Profile) {
  return categories.filter(category =>
    OFFLINE_TRACKS.some(track => CATEGORIES[category].tracks.some(open => open === track)),
  );
}

/** The rules by which the page without a server asks what the pages with one ask. */
export function offlineRules(profile: Profile): OfflineRules {
  const operators = profile.operators.filter(({ hidden }) => hidden !== true);
  const categories = offlineCategories(profile).map(category => {
    const { tracks, services } = CATEGORIES[category];
    return [category, { tracks, services, remedies: remediesOffered('consumer', category) }] as const;
  });
  return {
    operators: Object.fromEntries(operators.map(({ id, services }) => [id, services])),
    categories: Object.fromEntries(categories),
    timeZone: profile.timeZone,
    currency: profile.currency,
    maxFiles: MAX_FILES,
    maxBytes: MAX_BYTES,
  };
}

/** A text whose places the script fills: `{time}` where the catalogue has `{{time}}`. */
function places(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, `{${name}}`]));
}

/** What the script says of a field that can't be taken, in the words of the pages with a server. */
function errorTexts(t: ReturnType<typeof translator>) {
  return {
    errorTitle: t('ui:errorSummary.title'),
    errorLine: t('ui:errorSummary.line', places('label', 'text')),
    errorPrefix: t('ui:field.errorPrefix'),
    required: t('errors:field.required'),
    notADate: t('errors:field.not-a-date'),
    inTheFuture: t('errors:field.in-the-future'),
    beforeStart: t('errors:field.before-start'),
    tooShort: t('errors:field.too-short', places('min')),
    tooLong: t('errors:field.too-long', places('max')),
    invalidEmail: t('errors:field.invalid-email'),
  };
}

/** The texts that the script writes. */
export function offlineTexts(language: Language): OfflineTexts {
  const t = translator(language, 'offline');
  return {
    title: t('title'),
    onDevice: t('onDevice'),
    online: t('online'),
    offline: t('offline'),
    keptNothing: t('kept.nothing'),
    keptHere: t('kept.here', places('time')),
    keptFailed: t('kept.failed'),
    keptCopy: t('kept.copy', places('time')),
    keptAhead: t('kept.ahead', places('time')),
    onlineFiles: t('files.online', places('files')),
    fileAtRegulator: t('files.atRegulator'),
    earlier: t('sent.earlier'),
    fileKept: t('files.kept'),
    fileTooLarge: t('files.tooLarge', { size: MAX_MEGABYTES }),
    filesTooMany: t('files.tooMany', { number: MAX_FILES }),
    fileFailed: t('files.failed'),
    remove: t('filing:evidence.remove'),
    noFiles: t('filing:check.noFiles'),
    file: t('filing:check.file', places('number')),
    attempt: t('filing:attempts.one', places('number')),
    noAttempts: t('filing:check.noAttempts'),
    notGiven: t('ui:list.notGiven'),
    change: t('ui:list.change'),
    changeWhat: t('ui:list.changeWhat', places('label')),
    stepNow: t('ui:steps.now', places('position', 'total', 'label')),
    facts: t('filing:facts.title', places('category')),
    submitOnline: t('filing:check.submit'),
    submitOffline: t('check.submit'),
    waitingTried: t('waiting.tried', places('time')),
    ...errorTexts(t),
  };
}
