/** What the server writes into the offline page for its script. */

interface CategoryRules {
  readonly tracks: readonly string[];
  readonly services: readonly string[];
  readonly remedies: readonly string[];
}

export interface OfflineRules {
  readonly operators: Readonly<Record<string, readonly string[]>>;
  readonly categories: Readonly<Record<string, CategoryRules>>;
  /** IANA name of the regulator's zone. */
  readonly timeZone: string;
  readonly currency: string;
  readonly maxFiles: number;
  readonly maxBytes: number;
}

/** Texts that the script writes; in some are places such as `{time}`, which it fills. */
type OfflineText =
  | 'title'
  | 'onDevice'
  | 'online'
  | 'offline'
  | 'keptNothing'
  | 'keptHere'
  | 'keptFailed'
  | 'keptCopy'
  | 'keptAhead'
  | 'onlineFiles'
  | 'fileAtRegulator'
  | 'earlier'
  | 'fileKept'
  | 'fileTooLarge'
  | 'filesTooMany'
  | 'fileFailed'
  | 'remove'
  | 'noFiles'
  | 'file'
  | 'attempt'
  | 'noAttempts'
  | 'notGiven'
  | 'change'
  | 'changeWhat'
  | 'stepNow'
  | 'errorTitle'
  | 'errorLine'
  | 'errorPrefix'
  | 'facts'
  | 'submitOnline'
  | 'submitOffline'
  | 'waitingTried'
  | 'required'
  | 'notADate'
  | 'inTheFuture'
  | 'beforeStart'
  | 'tooShort'
  | 'tooLong'
  | 'invalidEmail';

export type OfflineTexts = Readonly<Record<OfflineText, string>>;

interface Given {
  /** With which dates and numbers are written here as elsewhere in the portal. */
  readonly locale: string;
  readonly texts: OfflineTexts;
  readonly rules: OfflineRules;
}

/** The element that holds the wizard. @throws when the page has none: then the script is on the wrong page */
export function wizardElement(): HTMLElement {
  const element = document.getElementById('offline');
  if (!element) throw new Error('This page has no offline wizard');
  return element;
}

const given = JSON.parse(wizardElement().dataset.given ?? '{}') as Given;

export const rules = given.rules;

/** A text with its places filled. */
export function text(key: OfflineText, values: Readonly<Record<string, string | number>> = {}): string {
  return given.texts[key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

export const locale = given.locale;

/** The page's language. */
export const language = document.documentElement.lang;

/** The element that must be there: the server wrote it into this page. */
export function part<E extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`The offline page lacks ${selector}`);
  return found;
}

/** A copy of what a template holds. */
export function copyOf(id: string): DocumentFragment {
  return document.importNode(part<HTMLTemplateElement>(`template#${CSS.escape(id)}`).content, true);
}

/** The time of day, as the portal writes it. */
export function clockTime(milliseconds: number): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    milliseconds,
  );
}
