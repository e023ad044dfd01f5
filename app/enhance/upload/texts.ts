/** The page's words and numbers for files on their way; the server writes them into the form in its language. */
export interface UploadTexts {
  /** BCP 47. */
  readonly locale: string;
  /** Bytes, kilobytes, megabytes. */
  readonly units: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  /** Why a file is not taken, by the code of the refusal. */
  readonly refusals: Readonly<Record<string, string>>;
}

const STEP = 1024;

export function readTexts(form: HTMLFormElement): UploadTexts {
  return JSON.parse(form.dataset.texts ?? '{}') as UploadTexts;
}

/** A text with its `{{places}}` filled in, each value kept in its own direction. */
export function say(texts: UploadTexts, key: string, values: Readonly<Record<string, string>> = {}): string {
  const text = texts.words[key] ?? '';
  return text.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => `\u2068${values[name] ?? ''}\u2069`);
}

/** A size in the largest unit that keeps it at 1 or more. */
export function sizeText({ locale, units }: UploadTexts, bytes: number): string {
  const exponent = Math.floor(Math.log2(Math.max(bytes, 1)) / Math.log2(STEP));
  const power = Math.min(exponent, units.length - 1);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: power > 1 ? 1 : 0 });
  return `${number.format(bytes / STEP ** power)}\u00a0${units[power]}`;
}

/** "40 %", with the sign where the language puts it. A file is whole only once the server has taken it. */
export function percentText({ locale }: UploadTexts, sent: number, total: number): string {
  const share = total === 0 ? 0 : Math.floor((100 * sent) / total) / 100;
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}
