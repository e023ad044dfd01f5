import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { MAX_BYTES, MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { randomToken } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import {
  caseCookie,
  draftCookie,
  type SessionCookie,
  staffDraftCookie,
} from '#app/platform/session/cookies.server.ts';
import { signInAs } from '#app/usecases/accounts/sign-in-as.server.ts';
import { holderOf, keysOf } from '#app/usecases/complaints/drafts/draft-access.server.ts';
import { listDraftEvidence, removeFromDraft } from '#app/usecases/complaints/drafts/draft-evidence.server.ts';
import { sweepUploads } from '#app/usecases/uploads/sweep-uploads.server.ts';
import { fileTestCase, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { phonePhoto } from '#scripts/testing/sample-files.ts';
import { headersWith, testAccount } from '#scripts/testing/staff.ts';
import { sameSiteOnly } from './same-site-only.ts';
import { uploads } from './uploads.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'recours-uploads-'));
setEnv({ STORAGE_DIR: folder });

const DAY = 24 * 60 * 60 * 1000;
const SOON = { timeout: 10_000 };
let server: Server;
let origin: string;
let photo: Buffer;
let token: string;
let cookie: string;

beforeAll(async () => {
  await registerOperators();
  photo = await phonePhoto();
  server = createServer(express().use(sameSiteOnly(), uploads())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});

beforeEach(async () => {
  token = await newDraft();
  cookie = await cookieOf(draftCookie, token);
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function newDraft(): Promise<string> {
  const fresh = randomToken();
  const at = new Date();
  const expiresAt = new Date(at.getTime() + DAY);
  const data = { ...keysOf(fresh), language: 'fr', data: {}, createdAt: at, updatedAt: at, expiresAt };
  await withActor(holderOf(fresh), tx => tx.draft.create({ data }));
  return fresh;
}

async function cookieOf(kind: SessionCookie, value: string): Promise<string> {
  const [pair = ''] = (await kind.set(value, new Date(Date.now() + DAY))).split(';');
  return pair;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

function send({ method, path, headers = {}, body }: Sent): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method,
    headers: { 'Tus-Resumable': '1.0.0', Cookie: cookie, ...headers },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
}

function begin(size: number, { name = 'router.jpg', owner = 'draft', headers = {} } = {}): Promise<Response> {
  const filename = Buffer.from(name).toString('base64');
  return send({
    method: 'POST',
    path: `/uploads/${owner}`,
    headers: { 'Upload-Length': String(size), 'Upload-Metadata': `filename ${filename}`, ...headers },
  });
}

async function begun(size: number, options = {}): Promise<string> {
  const response = await begin(size, options);
  expect(response.status).toBe(201);
  return response.headers.get('location') ?? '';
}

function piece(path: string, body: Uint8Array, offset = 0): Promise<Response> {
  const type = 'application/offset+octet-stream';
  return send({
    method: 'PATCH',
    path,
    headers: { 'Content-Type': type, 'Upload-Offset': String(offset) },
    body,
  });
}

async function offsetOf(path: string): Promise<string> {
  const response = await send({ method: 'HEAD', path });
  return response.headers.get('upload-offset') ?? String(response.status);
}

function partials(): Promise<string[]> {
  return readdir(join(folder, 'partial')).catch(() => []);
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

describe('an upload in pieces', () => {
  it('becomes the draft’s evidence with its own bytes, hash and type, once', async () => {
    const path = await begun(photo.length, { name: 'facture.exe' });
    expect((await piece(path, photo.subarray(0, 1000))).status).toBe(204);
    expect(await offsetOf(path)).toBe('1000');
    expect((await piece(path, photo.subarray(1000), 1000)).status).toBe(204);
    const [evidence, ...more] = await listDraftEvidence(token);
    expect(more).toEqual([]);
    const sha256 = createHash('sha256').update(photo).digest('hex');
    expect(evidence).toMatchObject({ sha256, size: photo.length, mediaType: 'image/jpeg' });
    expect(evidence?.fileName).toMatch(/\.jpg$/);
    const key = `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    expect((await readFile(join(folder, key))).equals(photo)).toBe(true);
    expect(await offsetOf(path)).toBe(String(photo.length));
    expect(await listDraftEvidence(token)).toHaveLength(1);
    expect(await partials()).not.toContain(idOf(path));
  });

  it('is ended by who asks for it when the process died after the last byte', async () => {
    const path = await begun(photo.length);
    await writeFile(join(folder, 'partial', idOf(path)), photo);
    expect(await offsetOf(path)).toBe(String(photo.length));
    expect(await offsetOf(path)).toBe(String(photo.length));
    expect(await listDraftEvidence(token)).toHaveLength(1);
  });

  it('takes a piece at the place where the last one ended, and nowhere else', async () => {
    const path = await begun(photo.length);
    await piece(path, photo.subarray(0, 500));
    expect((await piece(path, photo.subarray(0, 500))).status).toBe(409);
    expect((await piece(path, Buffer.concat([photo, photo]), 500)).status).toBe(413);
    expect(await offsetOf(path)).toBe('500');
  });

  it('keeps what came before the connection broke', async () => {
    const path = await begun(photo.length);
    const sending = request(`${origin}${path}`, {
      method: 'PATCH',
      headers: {
        'Tus-Resumable': '1.0.0',
        Cookie: cookie,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': '0',
        'Content-Length': photo.length,
      },
    });
    sending.on('error', () => undefined);
    sending.write(photo.subarray(0, 700));
    await expect.poll(async () => (await stat(join(folder, 'partial', idOf(path)))).size, SOON).toBe(700);
    sending.destroy();
    await expect.poll(() => offsetOf(path), SOON).toBe('700');
    expect((await piece(path, photo.subarray(700), 700)).status).toBe(204);
    expect(await listDraftEvidence(token)).toHaveLength(1);
  });

  it('begins anew after its file was taken out of the draft', async () => {
    const path = await begun(photo.length);
    await piece(path, photo);
    const [evidence] = await listDraftEvidence(token);
    await removeFromDraft({ token, evidenceId: evidence?.id ?? '', now: new Date().toISOString() });
    expect(await offsetOf(path)).toBe('404');
  });

  it('is forgotten when given up', async () => {
    const path = await begun(photo.length);
    await piece(path, photo.subarray(0, 500));
    expect((await send({ method: 'DELETE', path })).status).toBe(204);
    expect(await offsetOf(path)).toBe('404');
    expect(await partials()).not.toContain(idOf(path));
  });
});

describe('what is refused', () => {
  it('is a file that is not what its name says, with its first piece', async () => {
    const page = Buffer.from('<script>alert(1)</script>'.repeat(8000));
    const path = await begun(page.length + 1);
    const response = await piece(path, page);
    expect([response.status, await response.text()]).toEqual([415, 'file-type-refused']);
    expect(await offsetOf(path)).toBe('404');
    expect(await partials()).not.toContain(idOf(path));
  });

  it('is a file over the limit, or of no told size', async () => {
    expect((await begin(MAX_BYTES + 1)).status).toBe(413);
    const deferred = { 'Upload-Defer-Length': '1' };
    const response = await send({ method: 'POST', path: '/uploads/draft', headers: deferred });
    expect(response.status).toBe(501);
  });

  it('is one file more than a draft may hold, until one that lies idle makes room', async () => {
    const paths: string[] = [];
    for (let index = 0; index < MAX_FILES; index += 1) paths.push(await begun(photo.length));
    const refused = await begin(photo.length);
    expect([refused.status, await refused.text()]).toEqual([422, 'too-many-files']);
    const idle = new Date(Date.now() - DAY / 2);
    await utimes(join(folder, 'partial', idOf(paths[3] ?? '')), idle, idle);
    expect((await begin(photo.length)).status).toBe(201);
    expect(await offsetOf(paths[3] ?? '')).toBe('404');
  });

  it('is a stranger, who learns nothing of an upload', async () => {
    const path = await begun(photo.length);
    cookie = '';
    expect((await piece(path, photo)).status).toBe(401);
    cookie = await cookieOf(draftCookie, await newDraft());
    expect((await piece(path, photo)).status).toBe(404);
    expect((await send({ method: 'DELETE', path })).status).toBe(404);
    expect(await offsetOf(path)).toBe('404');
    expect(await offsetOf(`/uploads/draft/${randomUUID()}`)).toBe('404');
    expect(await offsetOf('/uploads/draft/..%2f..%2fapp-secret')).toBe('404');
  });

  it('is what another website makes the browser send', async () => {
    const elsewhere = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await begin(photo.length, { headers: elsewhere })).status).toBe(403);
    const path = await begun(photo.length);
    for (const method of ['PATCH', 'DELETE']) {
      expect((await send({ method, path, headers: elsewhere })).status).toBe(403);
    }
    const { headers } = await send({ method: 'OPTIONS', path, headers: { Origin: 'https://evil.example' } });
    expect(headers.get('access-control-allow-origin')).not.toMatch(/evil|\*/);
  });

  it('is a flood from one draft', async () => {
    const answers: number[] = [];
    for (let index = 0; index < 101; index += 1) answers.push((await begin(MAX_BYTES + 1)).status);
    // Too large ones are refused before they are counted, or nobody could be told why.
    expect(new Set(answers)).toEqual(new Set([413]));
    for (let index = 0; index < 101; index += 1) {
      const response = await begin(10);
      answers.push(response.status);
      if (response.status === 201) {
        await send({ method: 'DELETE', path: response.headers.get('location') ?? '' });
      }
    }
    expect(answers.at(-1)).toBe(429);
    cookie = await cookieOf(draftCookie, await newDraft());
    expect((await begin(10)).status).toBe(201);
  });
});

describe('an upload to the draft that signed-in staff write', () => {
  it('becomes its evidence, whatever else the browser has begun, and is refused once they have signed out', async () => {
    const userId = await testAccount({ email: 'samira@mt.example' });
    const session = headersWith(await signInAs(userId)).get('cookie') ?? '';
    const [own, ofStaff] = [await newDraft(), await newDraft()];
    const drafts = [
      await cookieOf(draftCookie, own),
      await cookieOf(staffDraftCookie, `${userId} ${ofStaff}`),
    ];
    cookie = [session, ...drafts].join('; ');
    const path = await begun(photo.length);
    expect((await piece(path, photo)).status).toBe(204);
    expect(await listDraftEvidence(ofStaff)).toHaveLength(1);
    expect(await listDraftEvidence(own)).toHaveLength(0);
    cookie = drafts[1] ?? '';
    expect((await begin(photo.length)).status).toBe(401);
  });
});

describe('an upload to a case', () => {
  it('becomes evidence of the opened case, sealed by an event', async () => {
    const { caseId } = await fileTestCase();
    cookie = await cookieOf(caseCookie, caseId);
    const path = await begun(photo.length, { owner: 'case' });
    expect((await piece(path, photo)).status).toBe(204);
    expect(await offsetOf(path)).toBe(String(photo.length));
    const events = await withActor(SYSTEM, tx =>
      tx.caseEvent.findMany({ where: { caseId, type: 'evidence-added' } }),
    );
    expect(events).toHaveLength(1);
    const seen = await withActor(complainantOf(caseId), tx => tx.evidence.count({ where: { caseId } }));
    expect(seen).toBe(1);
  });
});

describe('the clean-up', () => {
  it('removes what expired or belongs to nobody and leaves what is under way', async () => {
    const [kept, expired] = [await begun(photo.length), await begun(photo.length)];
    await piece(kept, photo.subarray(0, 500));
    await withActor(SYSTEM, tx =>
      tx.upload.update({ where: { id: idOf(expired) }, data: { expiresAt: new Date(Date.now() - 1000) } }),
    );
    expect(await offsetOf(expired)).toBe('404');
    const stray = randomUUID();
    await writeFile(join(folder, 'partial', stray), 'x');
    await sweepUploads(new Date().toISOString());
    const left = await partials();
    expect(left).toContain(idOf(kept));
    expect(left).not.toContain(idOf(expired));
    expect(left).not.toContain(stray);
    expect(await offsetOf(kept)).toBe('500');
  });
});
