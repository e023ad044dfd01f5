import { SYNC_TAG, sendWaiting } from './send.ts';

const FIRST_PAUSE_MILLISECONDS = 3000;
const LONGEST_PAUSE_MILLISECONDS = 300_000;

/** The part of the Background Sync API that we use; not every browser has it. */
interface SyncRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Asks the browser to send even after this page is closed, where it can. */
async function askForBackgroundSync(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker?.getRegistration()) as SyncRegistration | undefined;
    await registration?.sync?.register(SYNC_TAG);
  } catch {
    // Refused by the person's settings: this page sends, now or when it is opened again.
  }
}

/** Sends whenever it may succeed: at once, when the network returns, when the page is seen again, and now and then. */
export function keepSending(changed: () => Promise<void>): () => void {
  let pause = FIRST_PAUSE_MILLISECONDS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function attempt(): Promise<void> {
    clearTimeout(timer);
    if (!navigator.onLine) return;
    const left = await sendWaiting();
    await changed();
    if (left === 0) return;
    timer = setTimeout(() => void attempt(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS);
  }
  const now = () => {
    pause = FIRST_PAUSE_MILLISECONDS;
    void askForBackgroundSync();
    void attempt();
  };
  window.addEventListener('online', () => {
    pause = FIRST_PAUSE_MILLISECONDS;
    void attempt();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void attempt();
  });
  void attempt();
  return now;
}
