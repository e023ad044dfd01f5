import { showChosen } from './desk.ts';

/** Counters and rows follow what happens meanwhile: the page is fetched anew and what changed is put in its place. */

/** Pages that hear of one change at the same moment don't all ask at once. */
const JITTER_MILLISECONDS = 400;

function part(name: string, within: Document = document): HTMLElement | null {
  return within.querySelector<HTMLElement>(`[data-live="${name}"]`);
}

function rowsOf(list: Element): Map<string, HTMLElement> {
  const rows = [...list.querySelectorAll<HTMLElement>('tr[data-row]')];
  return new Map(rows.map(row => [row.dataset.row ?? '', row]));
}

/** Puts `now` in the place of `old`, with what was chosen in it, unless somebody is in the middle of it. */
function replace(old: Element, now: Element): void {
  const chosen = new Set(
    [...old.querySelectorAll<HTMLInputElement>('input.row-box:checked')].map(
      box => box.value.split(':', 1)[0],
    ),
  );
  for (const box of now.querySelectorAll<HTMLInputElement>('input.row-box')) {
    box.checked = chosen.has(box.value.split(':', 1)[0]);
  }
  if (old.contains(document.activeElement)) return;
  now.classList.toggle('at', old.classList.contains('at'));
  old.replaceWith(now);
  showChosen();
}

function offer(list: HTMLElement, fresh: HTMLElement, count: number): void {
  document.querySelector('.live-bar')?.remove();
  if (count === 0) return;
  const bar = document.createElement('div');
  bar.className = 'notice live-bar';
  bar.setAttribute('role', 'status');
  const text = document.createElement('span');
  text.textContent = `${list.dataset.liveNew ?? ''} ${count.toLocaleString(document.documentElement.lang)}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary btn-small';
  button.textContent = list.dataset.liveShow ?? '';
  button.addEventListener('click', () => {
    bar.remove();
    replace(list, fresh);
  });
  bar.append(text, button);
  list.before(bar);
}

function showRows(list: HTMLElement, fresh: HTMLElement): void {
  const [before, after] = [rowsOf(list), rowsOf(fresh)];
  for (const [id, row] of before) {
    const now = after.get(id);
    if (now && now.innerHTML !== row.innerHTML) replace(row, now.cloneNode(true) as HTMLElement);
  }
  const come = [...after.keys()].filter(id => !before.has(id)).length;
  const gone = [...before.keys()].filter(id => !after.has(id)).length;
  offer(list, fresh, Math.max(come, gone));
}

async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [counters, freshCounters] = [part('counters'), part('counters', fresh)];
  if (counters && freshCounters && counters.innerHTML !== freshCounters.innerHTML)
    replace(counters, freshCounters);
  const [list, freshList] = [part('rows'), part('rows', fresh)];
  if (list && freshList) showRows(list, freshList);
}

let waiting = false;

/** Soon, once, and not while nobody looks. */
function refreshSoon(): void {
  if (waiting) return;
  waiting = true;
  const begin = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', begin);
    setTimeout(() => {
      waiting = false;
      refresh().catch(() => undefined);
    }, Math.random() * JITTER_MILLISECONDS);
  };
  if (document.hidden) document.addEventListener('visibilitychange', begin);
  else begin();
}

const source = part('rows')?.dataset.liveSource;
if (source && 'EventSource' in window) {
  const events = new EventSource(source);
  events.addEventListener('queue', refreshSoon);
  addEventListener('pagehide', () => events.close());
}
