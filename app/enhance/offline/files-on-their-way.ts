import { type FileNews, hearOfFiles } from '../upload/file-news.ts';
import { filesOf, forgetFile, keepFile } from './store.ts';

/** Files that a page is sending: the device keeps them until the regulator has them, for when the network goes. */

async function note({ name, size, onItsWay }: FileNews, complaint: string): Promise<void> {
  for (const { id, name: known, bytes } of await filesOf(complaint)) {
    if (known === name && bytes.byteLength === size && id !== undefined) await forgetFile(id);
  }
  if (onItsWay === null) return;
  await keepFile({ complaint, name, type: onItsWay.type, bytes: await onItsWay.arrayBuffer() });
}

/** One after the other: a file may arrive before it is kept. Without room for it, it is chosen again without a network. */
let done = Promise.resolve();
let follow: ((complaint: string) => void) | undefined;

/** Begins to listen; what is heard is kept once it is known with which complaint. */
export function listenForFiles(): void {
  const known = new Promise<string>(resolve => {
    follow = resolve;
  });
  hearOfFiles(news => {
    done = done.then(async () => note(news, await known)).catch(() => undefined);
  });
}

/**
 * Keeps what is on its way with this complaint; what arrived unheard leaves the device.
 * @param arrived sizes in bytes of what the regulator has
 */
export async function keepFilesWith(complaint: string, arrived: readonly number[]): Promise<void> {
  for (const { id, bytes } of await filesOf(complaint)) {
    if (arrived.includes(bytes.byteLength) && id !== undefined) await forgetFile(id);
  }
  follow?.(complaint);
}
