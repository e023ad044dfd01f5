/** The answer's page: keeps what is typed every few seconds, and tells who else is writing. */

const PAUSE_MILLISECONDS = 3000;
const SIGN_MILLISECONDS = 20_000;

interface Writer {
  readonly name: string;
  readonly since: string;
}

interface Standing {
  readonly version: number;
  readonly writers?: readonly Writer[];
  readonly revision?: number;
  readonly savedAt?: string;
  readonly conflict?: boolean;
}

interface Desk {
  readonly form: HTMLFormElement;
  readonly address: string;
  readonly state: HTMLElement | null;
  /** The page's texts, by what they say. */
  readonly texts: DOMStringMap;
}

let timer = 0;
/** A newer draft was found: nothing more is written over it. */
let stopped = false;

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}

function timeOf(instant: string): string {
  const { lang } = document.documentElement;
  const locale = lang === 'ar' ? 'ar-MA-u-nu-latn' : lang;
  return new Date(instant).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}

function say(desk: Desk, text: string | undefined): void {
  if (desk.state && text !== undefined) desk.state.textContent = text;
}

function showWriters(writers: readonly Writer[]): void {
  const place = document.querySelector<HTMLElement>('[data-writers]');
  const list = place?.querySelector('ul');
  if (!place || !list) return;
  const sentence = place.dataset.writers ?? '';
  const lines = writers.map(({ name, since }) => {
    const line = document.createElement('li');
    line.textContent = sentence.replace('%name%', name).replace('%time%', timeOf(since));
    return line;
  });
  const text = lines.map(line => line.textContent).join();
  if (list.textContent !== text) list.replaceChildren(...lines);
  place.hidden = writers.length === 0;
}

function take(desk: Desk, { version, writers, revision, savedAt, conflict }: Standing): void {
  if (writers) showWriters(writers);
  const known = inputOf(desk.form, 'revision');
  if (revision !== undefined && known) known.value = String(revision);
  if (savedAt !== undefined) say(desk, desk.texts.saved?.replace('%time%', timeOf(savedAt)));
  if (conflict) {
    stopped = true;
    say(desk, desk.texts.conflict);
  } else if (String(version) !== inputOf(desk.form, 'version')?.value) {
    say(desk, desk.texts.changed);
  }
}

function bodyOf(form: HTMLFormElement, intent: string): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value);
  }
  body.set('intent', intent);
  return body;
}

async function tell(desk: Desk, intent: 'save' | 'sign'): Promise<void> {
  if (stopped) return;
  try {
    const answer = await fetch(desk.address, { method: 'POST', body: bodyOf(desk.form, intent) });
    if (answer.ok || answer.status === 409) take(desk, (await answer.json()) as Standing);
    else if (intent === 'save') say(desk, desk.texts.failed);
  } catch {
    if (intent === 'save') say(desk, desk.texts.failed);
  }
}

function watch(desk: Desk): void {
  const { form, address } = desk;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = 0;
      void tell(desk, 'save');
    }, PAUSE_MILLISECONDS);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    timer = 0;
  });
  window.setInterval(() => void tell(desk, 'sign'), SIGN_MILLISECONDS);
  window.addEventListener('pagehide', () => {
    const body = bodyOf(form, 'leave');
    // What was typed last has not been kept yet.
    if (timer !== 0 && !stopped) body.set('unsaved', '1');
    navigator.sendBeacon(address, body);
  });
  // The page before this one takes its leave only now, where it was the same: the person is here all the same. And
  // what a refusal brought back is kept, before anything else is typed.
  void tell(desk, desk.texts.unsaved === undefined ? 'sign' : 'save');
  if (desk.texts.live && 'EventSource' in window) {
    // The desk's stream says that something has changed; what it means for this case, the answer tells.
    const events = new EventSource(desk.texts.live);
    events.addEventListener('queue', () => void tell(desk, 'sign'));
    window.addEventListener('pagehide', () => events.close());
  }
}

/** Keeps the draft of the page's answer, where there is one to keep. */
export function keepAnswerDraft(): void {
  const place = document.querySelector<HTMLElement>('[data-autosave]');
  const form = place?.querySelector('form');
  const address = place?.dataset.autosave;
  if (!place || !form || !address) return;
  watch({ form, address, state: form.querySelector('[data-draft-state]'), texts: place.dataset });
}
