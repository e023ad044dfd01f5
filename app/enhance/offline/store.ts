import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';

/** What a form's fields hold, by their names. */
export type Values = Readonly<Record<string, readonly string[]>>;

export interface Receipt {
  readonly reference: string;
  readonly code: string;
  /** ISO instant. */
  readonly filedAt: string;
  /** It had been filed online before: what was written here afterwards is not in it. */
  readonly earlier?: boolean;
}

/** Why the regulator did not take a complaint, in the language of its sender. */
export interface Refusal {
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly { readonly name: string; readonly text: string }[];
}

/** The complaint at the regulator of which the device holds a copy. */
export interface OnlineDraft {
  readonly draft: string;
  /** Names of the files that have arrived there. */
  readonly files: readonly string[];
  /** It was gone on with here: what the regulator has is behind. */
  readonly touched: boolean;
}

/** A complaint on this device: being written, waiting for the network, or filed. */
export interface KeptComplaint {
  /** Also the key under which the server files it once, however often it is sent. */
  readonly id: string;
  readonly state: 'draft' | 'waiting' | 'sent';
  readonly language: string;
  readonly values: Values;
  /** Absent when it was begun here. */
  readonly online?: OnlineDraft;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** What is sent: the complaint's JSON. */
  readonly json?: string;
  /** When it was last sent without an answer; it may have been filed, so it can't be changed any more. */
  readonly triedAt?: number;
  readonly refusal?: Refusal;
  readonly receipt?: Receipt;
}

export interface KeptFile {
  readonly id?: number;
  readonly complaint: string;
  readonly name: string;
  readonly type: string;
  /** Not a Blob: some browsers lose the content of those that they keep. */
  readonly bytes: ArrayBuffer;
}

interface Schema extends DBSchema {
  complaints: { key: string; value: KeptComplaint };
  files: { key: number; value: KeptFile; indexes: { complaint: string } };
}

const NAME = 'recours';

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade(created) {
      created.createObjectStore('complaints', { keyPath: 'id' });
      const files = created.createObjectStore('files', { keyPath: 'id', autoIncrement: true });
      files.createIndex('complaint', 'complaint');
    },
    // "Forget everything" in another window must not wait for this one.
    blocking() {
      void opened?.then(open => open.close());
      opened = undefined;
    },
  });
  return opened;
}

export async function listComplaints(): Promise<readonly KeptComplaint[]> {
  const all = await (await database()).getAll('complaints');
  return all.sort((a, b) => a.savedAt - b.savedAt);
}

export async function keepComplaint(complaint: KeptComplaint): Promise<void> {
  await (await database()).put('complaints', complaint);
}

/**
 * Writes a draft's answers, unless it is no draft any more: another window may have sent it meanwhile.
 * @returns whether they were written
 */
export async function keepDraft(draft: KeptComplaint): Promise<boolean> {
  const change = (await database()).transaction('complaints', 'readwrite');
  const known = await change.store.get(draft.id);
  const open = known === undefined || known.state === 'draft';
  if (open) await change.store.put(draft);
  await change.done;
  return open;
}

/** Replaces what is known of a complaint by what `change` makes of it; nothing when it is gone. */
export async function changeComplaint(
  id: string,
  change: (known: KeptComplaint) => KeptComplaint,
): Promise<void> {
  const work = (await database()).transaction('complaints', 'readwrite');
  const known = await work.store.get(id);
  if (known !== undefined) await work.store.put(change(known));
  await work.done;
}

/** A filed complaint leaves its receipt on the device and nothing of what was written. */
export async function keepReceiptOnly(id: string, receipt: Receipt): Promise<void> {
  const work = (await database()).transaction(['complaints', 'files'], 'readwrite');
  const complaints = work.objectStore('complaints');
  const known = await complaints.get(id);
  if (known !== undefined) {
    const { language, savedAt } = known;
    await complaints.put({ id, language, savedAt, state: 'sent', values: {}, receipt });
  }
  for (const key of await work.objectStore('files').index('complaint').getAllKeys(id)) {
    await work.objectStore('files').delete(key);
  }
  await work.done;
}

export async function forgetComplaint(id: string): Promise<void> {
  const work = (await database()).transaction(['complaints', 'files'], 'readwrite');
  await work.objectStore('complaints').delete(id);
  for (const key of await work.objectStore('files').index('complaint').getAllKeys(id)) {
    await work.objectStore('files').delete(key);
  }
  await work.done;
}

/** In the order in which they were added. */
export async function filesOf(complaint: string): Promise<readonly KeptFile[]> {
  return (await database()).getAllFromIndex('files', 'complaint', complaint);
}

export async function keepFile(file: KeptFile): Promise<void> {
  await (await database()).add('files', file);
}

export async function forgetFile(id: number): Promise<void> {
  await (await database()).delete('files', id);
}

/** Deletes everything that complaints left on this device. */
export async function forgetAll(): Promise<void> {
  const open = await opened?.catch(() => undefined);
  open?.close();
  opened = undefined;
  await deleteDB(NAME);
}
