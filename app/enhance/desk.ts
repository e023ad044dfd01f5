/** The operator's queue: rows are chosen and commanded by keys, and a case opens beside its list on a wide screen. */

/** Room for a list and a case. */
const BESIDE = matchMedia('(min-width: 90rem)');

function boxOf(row: Element | undefined): HTMLInputElement | null {
  return row?.querySelector<HTMLInputElement>('input.row-box') ?? null;
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input.row-box')];
}

/** The row that was chosen last, from which a range goes. */
let anchor: HTMLInputElement | null = null;

export function showChosen(): void {
  const place = document.querySelector<HTMLElement>('[data-bulk-count]');
  if (!place) return;
  const chosen = boxes().filter(box => box.checked).length;
  place.textContent =
    chosen === 0
      ? ''
      : `${place.dataset.bulkCount ?? ''} ${chosen.toLocaleString(document.documentElement.lang)}`;
}

function choose(row: Element | undefined): boolean {
  const box = boxOf(row);
  if (!box) return false;
  box.checked = !box.checked;
  anchor = box;
  showChosen();
  return true;
}

function chooseRange(row: Element | undefined): boolean {
  const box = boxOf(row);
  if (!box) return false;
  const all = boxes();
  const [from, to] = [all.indexOf(anchor ?? box), all.indexOf(box)].sort((a, b) => a - b);
  for (const one of all.slice(from, (to ?? 0) + 1)) one.checked = true;
  anchor = box;
  showChosen();
  return true;
}

function assign(row: Element | undefined): boolean {
  const field = document.querySelector<HTMLSelectElement>('[data-bulk] select[name=to]');
  if (!field) return false;
  const box = boxOf(row);
  if (box && boxes().every(one => !one.checked)) choose(row);
  field.focus();
  return true;
}

function answer(row: HTMLElement | undefined): boolean {
  const href = row?.dataset.href;
  if (!href || !boxOf(row)) return false;
  location.assign(`${href}/answer`);
  return true;
}

/** True when the key was one of the queue's. */
export function pressAtDesk(key: string, row: HTMLElement | undefined): boolean {
  switch (key) {
    case 'x':
      return choose(row);
    case 'X':
      return chooseRange(row);
    case 'a':
      return assign(row);
    case 'e':
      return answer(row);
    default:
      return false;
  }
}

document.addEventListener('change', event => {
  if (!(event.target instanceof HTMLInputElement && event.target.matches('input.row-box'))) return;
  anchor = event.target;
  showChosen();
});

document.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !BESIDE.matches) return;
  const link = event.target instanceof Element ? event.target.closest('tr[data-beside] th a[href]') : null;
  const beside = link?.closest<HTMLElement>('tr')?.dataset.beside;
  if (!beside) return;
  event.preventDefault();
  location.assign(beside);
});

// A page that the browser brings back has its boxes as they were.
addEventListener('pageshow', showChosen);
