import { type Outcome, readAnswer } from './answer.ts';
import { changeComplaint, filesOf, type KeptComplaint, keepReceiptOnly, listComplaints } from './store.ts';

/** The name under which the browser is asked to send when the network is back. */
export const SYNC_TAG = 'recours-file';

/** Tells other windows, and the page, that something on the device has changed. */
export const CHANNEL = 'recours';

async function bodyOf({ id, json = '', online }: KeptComplaint): Promise<FormData> {
  const body = new FormData();
  if (online) body.append('draft', online.draft);
  body.append('complaint', json);
  for (const { name, type, bytes } of await filesOf(id))
    body.append('evidence', new File([bytes], name, { type }));
  return body;
}

async function post(complaint: KeptComplaint): Promise<Outcome> {
  const body = await bodyOf(complaint);
  await changeComplaint(complaint.id, known => ({ ...known, triedAt: Date.now() }));
  const { online } = complaint;
  const answer = await fetch(online ? '/api/device/draft' : '/api/v1/complaints', {
    method: 'POST',
    body,
    // The cookie leads to the draft that was begun online; nothing else needs one.
    credentials: online ? 'same-origin' : 'omit',
    cache: 'no-store',
    redirect: 'error',
    headers: { 'Idempotency-Key': complaint.id, 'Accept-Language': complaint.language },
  });
  const mediaType = answer.headers.get('Content-Type') ?? '';
  return readAnswer({ status: answer.status, mediaType, text: await answer.text() });
}

async function send(complaint: KeptComplaint): Promise<void> {
  const outcome = await post(complaint);
  if (outcome.kind === 'filed') return keepReceiptOnly(complaint.id, outcome.receipt);
  if (outcome.kind === 'unknown') return;
  await changeComplaint(complaint.id, ({ triedAt: _answered, json: _sent, online, ...known }) => ({
    ...known,
    ...(online && !outcome.onlineDraftGone ? { online } : {}),
    state: 'draft',
    refusal: outcome.refusal,
  }));
}

async function waiting(): Promise<readonly KeptComplaint[]> {
  const all = await listComplaints();
  return all.filter(({ state }) => state === 'waiting');
}

/** Without locks, two windows may send at once: the server then files once and gives both the same answer. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('recours-send', work) : work();
}

function announce(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/**
 * Sends what waits on this device, one after the other, from a page or from the service worker. A network that
 * fails is no error: what had no answer goes on waiting.
 * @returns how many still wait
 */
export async function sendWaiting(): Promise<number> {
  if ((await waiting()).length === 0) return 0;
  await alone(async () => {
    for (const complaint of await waiting()) await send(complaint).catch(() => undefined);
  });
  announce();
  return (await waiting()).length;
}
