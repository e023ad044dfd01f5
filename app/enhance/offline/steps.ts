import { type Fault, faultsIn } from './checks.ts';
import { clearFaults, showFaults } from './faults.ts';
import { part, text } from './given.ts';

/** One page of the wizard at a time; its name is in the address, so that "Back" leads back. */

const form = part<HTMLFormElement>('#offline-form');
const title = part('[data-title]');
const sections = [...form.querySelectorAll<HTMLElement>('[data-step]')];
const windowTitle = document.title;

export const STEPS: readonly HTMLElement[] = sections;

function nameOf(section: HTMLElement): string {
  return section.dataset.step ?? '';
}

export function shownStep(): HTMLElement | undefined {
  return sections.find(section => !section.hidden);
}

/** The first page on which something is missing or wrong. */
function firstFaulty(before: number): number {
  return sections.findIndex((section, index) => index < before && faultsIn(section).length > 0);
}

function markProgress(section: HTMLElement): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-nav]')];
  const current = items.findIndex(item => item.dataset.nav === (section.dataset.partOf ?? nameOf(section)));
  for (const [index, item] of items.entries()) {
    const link = part('a', item);
    item.className = index < current ? 'done' : index === current ? 'current' : '';
    if (index === current) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    if (index < current) link.setAttribute('href', `#${item.dataset.nav}`);
    else link.removeAttribute('href');
    part('[data-done]', item).hidden = index >= current;
  }
  const label = part('a', items[current] ?? document).textContent ?? '';
  part('[data-step-now]').textContent = text('stepNow', {
    position: current + 1,
    total: items.length,
    label,
  });
}

function headingOf(section: HTMLElement): string {
  if (nameOf(section) !== 'facts') return section.dataset.title ?? '';
  const category = form.querySelector('[name=category]:checked')?.closest('.choice')?.querySelector('label');
  return text('facts', { category: category?.textContent ?? '' });
}

/** Opens a page, or the first one before it that still lacks something. @returns its name */
export function openStep(name: string): string {
  const wanted = Math.max(
    0,
    sections.findIndex(section => nameOf(section) === name),
  );
  const faulty = firstFaulty(wanted);
  const section = sections[faulty === -1 ? wanted : faulty];
  if (!section) return '';
  for (const other of sections) other.hidden = other !== section;
  clearFaults(form);
  title.textContent = headingOf(section);
  document.title = `${title.textContent} · ${windowTitle}`;
  const lead = part('[data-lead]');
  lead.textContent = section.dataset.lead ?? '';
  lead.hidden = !section.dataset.lead;
  part('[data-back]').hidden = section === sections[0];
  part('[data-continue]').hidden = nameOf(section) === 'check';
  markProgress(section);
  return nameOf(section);
}

/** Reads the new page to those who listen, and shows its beginning to those who look. */
export function announceStep(): void {
  title.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

export function stepInAddress(): string | undefined {
  const name = location.hash.slice(1);
  return sections.some(section => nameOf(section) === name) ? name : undefined;
}

/** The page before the one shown. */
export function previousStep(): string {
  const at = sections.findIndex(section => !section.hidden);
  const before = sections[Math.max(0, at - 1)];
  return before ? nameOf(before) : '';
}

/** The page after the one shown, unless something on that one is missing or wrong: then it says so. */
export function nextStep(): string | null {
  const at = sections.findIndex(section => !section.hidden);
  const section = sections[at];
  const next = sections[at + 1];
  if (!section || !next) return null;
  clearFaults(form);
  const faults = faultsIn(section);
  if (faults.length === 0) return nameOf(next);
  showFaults(faults);
  return null;
}

/** The page furthest on that may be opened. */
export function furthestStep(): string {
  const faulty = firstFaulty(sections.length);
  const section = sections[faulty === -1 ? sections.length - 1 : faulty];
  return section ? nameOf(section) : '';
}

/** The field that a refusal names: `attempts.0.on`, `facts.area`, `issues`. */
function fieldNamed(name: string): HTMLElement | undefined {
  const list = name.split('.')[0] ?? name;
  const wanted = [name, `${name}.0.on`, list, `${list}.0.on`];
  const controls = wanted.flatMap(known => [
    ...form.querySelectorAll<HTMLElement>(`[name="${CSS.escape(known)}"]:not(:disabled)`),
  ]);
  const [control = form.querySelector<HTMLElement>(`[name^="${CSS.escape(list)}."]:not(:disabled)`)] =
    controls;
  return control?.closest<HTMLElement>('.field') ?? undefined;
}

/** Opens the first page of which the regulator refused something, with its reasons. @returns the page's name */
export function openAtRefusal(
  refused: readonly { readonly name: string; readonly text: string }[],
  reason: string,
): string {
  const faults = refused.flatMap(({ name, text: message }): Fault[] => {
    const field = fieldNamed(name === 'evidence' ? 'files' : name);
    return field ? [{ field, message }] : [];
  });
  const at = sections.find(section => faults.some(({ field }) => section.contains(field)));
  const opened = openStep(at ? nameOf(at) : 'check');
  showFaults(
    faults.filter(({ field }) => at?.contains(field)),
    reason,
  );
  return opened;
}
