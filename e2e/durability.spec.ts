import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { apiComplaint } from './fixtures/api.ts';
import { type Instance, startInstance } from './fixtures/instance.ts';
import { expect, test } from './fixtures/test.ts';

const FILINGS = 200;
const CLIENTS = 8;
/** The web process is killed when so many filings have got their answer. */
const KILL_AFTER = 60;

interface Client {
  readonly key: string;
  readonly photo: Buffer;
  readonly number: number;
}

function complaint(number: number): string {
  return JSON.stringify(apiComplaint({ name: `Personne ${number}`, email: undefined }));
}

/** One filing as a program sends it. @returns the reference, or null when no answer came */
async function file(portal: Instance, { key, photo, number }: Client): Promise<string | null> {
  const form = new FormData();
  form.set('complaint', complaint(number));
  form.set('evidence', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), `photo-${number}.jpg`);
  try {
    const response = await fetch(`${portal.url}/api/v1/complaints`, {
      method: 'POST',
      headers: { 'Idempotency-Key': key },
      body: form,
    });
    const answer = (await response.json()) as { reference: string };
    expect(response.status).toBe(201);
    return answer.reference;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Runs the filings with some clients at once. */
async function fileAll(clients: readonly Client[], work: (client: Client) => Promise<void>): Promise<void> {
  const waiting = [...clients];
  const lane = async () => {
    for (let client = waiting.shift(); client !== undefined; client = waiting.shift()) await work(client);
  };
  await Promise.all(Array.from({ length: CLIENTS }, lane));
}

interface StoredFiling {
  readonly reference: string;
  readonly name: string;
  readonly storage_key: string;
  readonly file_name: string;
}

async function storedFilings(portal: Instance): Promise<readonly StoredFiling[]> {
  const client = new pg.Client({ connectionString: portal.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredFiling>(
      `SELECT c.reference, i.name, e.storage_key, e.file_name FROM "case" c
         JOIN complainant_identity i ON i.case_id = c.id LEFT JOIN evidence e ON e.case_id = c.id`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The name of a filing's evidence, and the digest of what is on disk of it. */
async function digestOf(portal: Instance, filing: StoredFiling): Promise<readonly [string, string]> {
  const content = await readFile(join(portal.storageFolder, filing.storage_key));
  return [filing.file_name, sha256(content)];
}

test('what was acknowledged survives the kill of the web process, and nothing is filed twice', async ({
  files,
}) => {
  const portal = await startInstance({ profileId: 'ma' });
  const photo = await readFile(files.photo);
  const clients = Array.from({ length: FILINGS }, (_, number) => ({
    key: randomUUID(),
    // A different file for each: a byte after the end of a JPEG is no part of the picture.
    photo: Buffer.concat([photo, Buffer.from(String(number))]),
    number,
  }));
  const acknowledged = new Map<number, string>();
  let killed: Promise<void> | undefined;
  await fileAll(clients, async client => {
    const reference = await file(portal, client);
    if (reference !== null) acknowledged.set(client.number, reference);
    if (acknowledged.size >= KILL_AFTER) killed ??= portal.killWeb();
  });
  await killed;
  expect(acknowledged.size).toBeLessThan(FILINGS);
  await portal.startWeb();
  await fileAll(clients, async client => {
    const reference = await file(portal, client);
    const before = acknowledged.get(client.number);
    if (before !== undefined) expect(reference).toBe(before);
    if (reference !== null) acknowledged.set(client.number, reference);
  });
  const stored = await storedFilings(portal);
  expect(stored).toHaveLength(FILINGS);
  expect(stored.map(({ reference, name }) => `${reference} ${name}`).sort()).toEqual(
    [...acknowledged].map(([number, reference]) => `${reference} Personne ${number}`).sort(),
  );
  const sent = new Map(clients.map(({ number, photo }) => [`photo-${number}.jpg`, sha256(photo)]));
  const kept = await Promise.all(stored.map(filing => digestOf(portal, filing)));
  expect(new Map(kept)).toEqual(sent);
  await portal.stop();
});
