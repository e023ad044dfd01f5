import { labelOf } from './faults.ts';
import { type Control, controlsIn, isChoice } from './form-values.ts';
import { locale, part, text } from './given.ts';
import { isBlankRow } from './rows.ts';

/** "Check your answers", read from the form as it stands. */

interface Row {
  readonly label: string;
  readonly value: string;
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const MOMENT = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A day, or a day and time of day, in words; as it was typed where it is none. */
function inWords(typed: string, style: typeof DAY | typeof MOMENT): string {
  const moment = new Date(`${typed}${typed.includes('T') ? '' : 'T12:00'}Z`);
  return Number.isNaN(moment.getTime()) ? typed : new Intl.DateTimeFormat(locale, style).format(moment);
}

function choiceText(input: HTMLInputElement): string {
  return input.closest('.choice')?.querySelector('label')?.textContent?.trim() ?? input.value;
}

function answerIn(control: Control): string {
  if (control.value === '') return '';
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.textContent ?? '';
  if (control.type === 'date') return inWords(control.value, DAY);
  if (control.type === 'datetime-local') return inWords(control.value, MOMENT);
  return control.value;
}

function rowOf(field: HTMLElement): Row | null {
  const asked = controlsIn(field).filter(control => !control.disabled);
  const [first] = asked;
  if (first === undefined) return null;
  const answers = isChoice(first)
    ? asked.filter(isChoice).flatMap(input => (input.checked ? [choiceText(input)] : []))
    : asked.map(answerIn);
  return { label: labelOf(field), value: answers.join('\n') };
}

function repeatedRow(row: HTMLElement): Row | null {
  if (isBlankRow(row)) return null;
  const answers = [...row.querySelectorAll<HTMLElement>('.field')].map(field => rowOf(field)?.value ?? '');
  const label = row.querySelector('legend')?.textContent ?? '';
  return { label, value: answers.filter(answer => answer !== '').join('\n') };
}

function rowsIn(section: HTMLElement): readonly Row[] {
  if (section.dataset.step === 'attempts') {
    const rows = [...section.querySelectorAll<HTMLElement>('[data-row]')].flatMap(
      row => repeatedRow(row) ?? [],
    );
    return rows.length > 0 ? rows : [{ label: section.dataset.name ?? '', value: text('noAttempts') }];
  }
  const rows = [...section.querySelectorAll<HTMLElement>('.field')].flatMap(field => rowOf(field) ?? []);
  // What a category asks is long, and what else happened longer: only what was answered is shown again.
  const brief = section.dataset.step === 'facts' || section.dataset.step === 'issues';
  return brief ? rows.filter(({ value }) => value !== '') : rows;
}

function shown({ label, value }: Row, href: string): HTMLElement {
  const row = document.createElement('div');
  const term = document.createElement('dt');
  const given = document.createElement('dd');
  const action = document.createElement('dd');
  const link = document.createElement('a');
  const what = document.createElement('span');
  row.className = 'summary-row';
  term.textContent = label;
  const words = document.createElement('span');
  words.textContent = value || text('notGiven');
  // Each line by its own letters, all at the beginning of the column.
  words.className = value ? '[unicode-bidi:plaintext]' : 'muted';
  given.append(words);
  action.className = 'summary-change';
  what.className = 'sr-only';
  what.textContent = ` ${text('changeWhat', { label })}`;
  link.href = href;
  link.append(text('change'), what);
  action.append(link);
  row.append(term, given, action);
  return row;
}

function sectionOf(section: HTMLElement, rows: readonly Row[]): readonly HTMLElement[] {
  const title = document.createElement('h2');
  const list = document.createElement('dl');
  title.className = 'mt-8 mb-2';
  title.textContent = section.dataset.name ?? '';
  list.className = 'summary';
  list.append(...rows.map(row => shown(row, `#${section.dataset.step}`)));
  return [title, list];
}

/** Writes all answers, and the names of the files, before the button that files. */
export function showSummary(sections: readonly HTMLElement[], files: readonly string[]): void {
  const parts = sections.flatMap(section => {
    if (section.dataset.step === 'check') return [];
    if (section.dataset.step !== 'evidence') return sectionOf(section, rowsIn(section));
    const rows = files.map((name, index) => ({ label: text('file', { number: index + 1 }), value: name }));
    return sectionOf(
      section,
      rows.length > 0 ? rows : [{ label: section.dataset.name ?? '', value: text('noFiles') }],
    );
  });
  part('[data-summary]').replaceChildren(...parts);
}
