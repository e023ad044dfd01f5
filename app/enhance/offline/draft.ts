import { complaintOf } from './complaint-of.ts';
import { fillIn, readValues } from './form-values.ts';
import { clockTime, language, part, text } from './given.ts';
import { askWhatFits } from './questions.ts';
import { askRows, setLatestDay } from './rows.ts';
import { type KeptComplaint, keepComplaint, keepDraft, type OnlineDraft, type Values } from './store.ts';

/** The complaint being written, on the page and on the device. */

const SAVE_AFTER_MILLISECONDS = 300;
const form = part<HTMLFormElement>('#offline-form');

let current: KeptComplaint | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export function currentDraft(): KeptComplaint | null {
  return current;
}

function show(values: Values): void {
  form.reset();
  fillIn(form, values);
  askWhatFits(form, values);
  fillIn(form, values);
  for (const rows of form.querySelectorAll<HTMLElement>('[data-rows]')) askRows(rows, values);
  // What was just filled in may lead to further questions.
  askWhatFits(form, values);
  setLatestDay(form);
}

/** Says what is on the device and what is at the regulator. */
function showWhere(kept: KeptComplaint | null): void {
  const online = kept?.online;
  const time = clockTime(kept?.savedAt ?? 0);
  const here = online && !online.touched ? 'keptCopy' : keptText(online);
  part('[data-kept]').textContent = kept ? text(here, { time }) : text('keptNothing');
  const files = part('[data-online]');
  files.hidden = !online?.files.length;
  files.textContent = text('onlineFiles', { files: online?.files.join(' · ') ?? '' });
  part('[data-begun]').hidden = online !== undefined;
}

function keptText(online: OnlineDraft | undefined): 'keptHere' | 'keptAhead' {
  return online ? 'keptAhead' : 'keptHere';
}

/** Takes up a complaint that is on the device, or begins a new one. */
export function takeUp(kept: KeptComplaint | null): KeptComplaint {
  current = kept ?? {
    id: crypto.randomUUID(),
    state: 'draft',
    language,
    values: { language: [language] },
    savedAt: Date.now(),
  };
  show(current.values);
  showWhere(kept);
  return current;
}

/** The form no longer belongs to a complaint. */
export function putDown(): void {
  clearTimeout(timer);
  current = null;
}

/** Writes the answers to the device; the page says where they are, or that they are nowhere. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  if (current === null) return;
  const { online } = current;
  const ahead = online ? { online: { ...online, touched: true } } : {};
  current = { ...current, ...ahead, values: readValues(form), savedAt: Date.now() };
  const place = part('[data-kept]');
  try {
    const kept = await keepDraft(current);
    if (kept) place.textContent = text(keptText(online), { time: clockTime(Date.now()) });
    else location.reload();
  } catch {
    place.textContent = text('keptFailed');
  }
}

/** The page that the regulator refused has been gone over: its reasons are not shown again. */
export function settleRefusal(): void {
  if (current?.refusal) current = { ...current, refusal: undefined };
}

export function saveSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow(), SAVE_AFTER_MILLISECONDS);
}

/** From now on the complaint waits for the network; what is sent is fixed. */
export async function hand(draft: KeptComplaint): Promise<void> {
  clearTimeout(timer);
  const values = readValues(form);
  const json = JSON.stringify(complaintOf(values));
  const { id, online } = draft;
  const linked = online ? { online } : {};
  current = null;
  await keepComplaint({ id, state: 'waiting', language, values, json, ...linked, savedAt: Date.now() });
}
