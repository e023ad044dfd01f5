import { ask, fillIn, readValues } from './form-values.ts';
import { copyOf, part, rules } from './given.ts';
import { askRows } from './rows.ts';
import type { Values } from './store.ts';

/** Which questions the answers so far lead to: the server's rules, without the server. */

function one(values: Values, name: string): string {
  return values[name]?.[0] ?? '';
}

function fits(category: string, values: Values): boolean {
  const rule = rules.categories[category];
  return (
    rule?.tracks.includes(one(values, 'track')) === true && rule.services.includes(one(values, 'service'))
  );
}

/** Whether any category that is offered here is about a service. */
function isComplainedOf(service: string): boolean {
  return Object.values(rules.categories).some(({ services }) => services.includes(service));
}

/** Shows the choices of a group that `offered` accepts, and forgets the others' ticks. */
function offer(form: HTMLFormElement, name: string, offered: (value: string) => boolean): void {
  for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
    const shown = offered(input.value);
    const row = input.closest<HTMLElement>('.choice');
    if (row) row.hidden = !shown;
    input.disabled = !shown;
    if (!shown) input.checked = false;
  }
}

function offerIssues(form: HTMLFormElement, values: Values): void {
  const chosen = one(values, 'category');
  for (const group of form.querySelectorAll<HTMLElement>('[data-issues-of]')) {
    const category = group.dataset.issuesOf ?? '';
    const place = category === chosen ? '[data-issues]' : '[data-more-issues]';
    if (!group.parentElement?.matches(place)) part(place, form).append(group);
    ask(group, category === chosen || fits(category, values));
    group.toggleAttribute('data-required', category === chosen);
  }
}

/** The facts that the chosen category asks, with the answers that they have in common with the one before. */
function askFacts(form: HTMLFormElement, values: Values): void {
  const place = part('[data-facts]', form);
  const category = one(values, 'category');
  if (place.dataset.facts === category) return;
  place.dataset.facts = category;
  place.replaceChildren(...(category === '' ? [] : [copyOf(`facts-${category}`)]));
  fillIn(place, values);
  for (const rows of place.querySelectorAll<HTMLElement>('[data-rows]')) askRows(rows, values);
}

/** Some facts are asked of businesses only, or of everybody but them. */
function askByTrack(form: HTMLFormElement, values: Values): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-tracks]')) {
    ask(field, field.dataset.tracks?.split(' ').includes(one(values, 'track')) === true);
  }
}

/** Conditions may hang on each other: those that are no longer asked answer nothing for the next. */
function askConditions(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-show-if]')) {
    const [name = '', wanted = ''] = (field.dataset.showIf ?? '').split('=');
    const answers = readValues(form)[name] ?? [];
    const fitting = answers.some(answer => wanted.split('|').includes(answer));
    ask(field, fitting && !field.closest('[data-tracks][hidden]'));
  }
}

/** Brings the form's questions in line with its answers. */
export function askWhatFits(form: HTMLFormElement, kept: Values = {}): void {
  const values = { ...kept, ...readValues(form) };
  const sold = rules.operators[one(values, 'operatorId')];
  offer(
    form,
    'service',
    service => isComplainedOf(service) && (sold === undefined || sold.includes(service)),
  );
  offer(form, 'category', category => fits(category, values));
  const now = { ...kept, ...readValues(form) };
  offerIssues(form, now);
  askFacts(form, now);
  askByTrack(form, now);
  const remedies = rules.categories[one(now, 'category')]?.remedies;
  offer(form, 'remedySought', remedy => remedies === undefined || remedies.includes(remedy));
  askConditions(form);
}
