import { keepFilesWith, listenForFiles } from './offline/files-on-their-way.ts';
import {
  type CopiedComplaint,
  type Copy,
  forgetCopies,
  forgetMereCopies,
  keepCopy,
  keepTyped,
  latestCopy,
} from './offline/online-copy.ts';
import { forgetComplaint } from './offline/store.ts';
import { withTyped } from './offline/typed-values.ts';

/** Keeps a copy of the complaint being written on the device, so that it can be gone on with when the network goes. */

const SAVE_AFTER_MILLISECONDS = 300;
const place = document.querySelector<HTMLElement>('[data-device-copy]');

/** What the regulator has: null when there is nothing to go on with, undefined when there was no answer. */
async function askServer(): Promise<Copy | null | undefined> {
  try {
    const answer = await fetch('/api/device/draft', { cache: 'no-store', redirect: 'error' });
    if (!answer.ok) return undefined;
    const { copy } = (await answer.json()) as { readonly copy: Copy | null };
    return copy;
  } catch {
    return undefined;
  }
}

function typedIn(form: HTMLFormElement, { values }: CopiedComplaint) {
  const named = [...form.elements].flatMap(element => element.getAttribute('name') ?? []);
  return withTyped(values, named, new FormData(form));
}

/** Follows what is written on the page, also before it is sent: the network may go in between. */
function follow(copy: CopiedComplaint): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (event: Event, wait: number) => {
    const target = event.target;
    const form = target instanceof Element ? target.closest('form') : null;
    if (!form?.closest('main')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void keepTyped(copy.id, typedIn(form, copy)), wait);
  };
  document.addEventListener('input', event => listen(event, SAVE_AFTER_MILLISECONDS));
  document.addEventListener('change', event => listen(event, 0));
}

/** What was written here without a network is not on this page: the person chooses. */
function offerChoice({ id, state }: CopiedComplaint): void {
  if (place) place.hidden = false;
  const forget = place?.querySelector<HTMLElement>('[data-forget-copy]');
  // One that waits to be sent may have arrived: its receipt would be forgotten with it.
  if (forget) forget.hidden = state !== 'draft';
  forget?.addEventListener('click', async () => {
    await forgetComplaint(id);
    location.reload();
  });
}

async function start(): Promise<void> {
  if ('sharedComputer' in document.documentElement.dataset) return forgetCopies();
  const answer = await askServer();
  if (answer === null) return forgetMereCopies();
  const copy = answer ? await keepCopy(answer, document.documentElement.lang) : await latestCopy();
  if (copy === undefined) return;
  if (copy.online.touched || copy.state !== 'draft') return offerChoice(copy);
  const copied = document.querySelector<HTMLElement>('[data-copied]');
  if (copied) copied.hidden = false;
  follow(copy);
  await keepFilesWith(copy.id, answer?.sizes ?? []);
}

// Private windows and strict settings have no storage: the pages work without.
if (place && 'indexedDB' in window) {
  listenForFiles();
  start().catch(() => undefined);
}
