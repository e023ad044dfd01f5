import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#app/domain/shared/errors.ts';
import { bufferBytes, heldSince } from '#scripts/testing/held-memory.ts';
import { folderStorage } from '../storage/folder-storage.server.ts';
import { type FilePart, type MultipartOptions, readMultipart } from './multipart.server.ts';

const MEGABYTE = 1024 * 1024;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'recours-multipart-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const store = (part: FilePart) => folderStorage(root).put(part.stream, { maxBytes: 25 * MEGABYTE });

function options<T>(onFile: (part: FilePart) => Promise<T>, others: Partial<MultipartOptions<T>> = {}) {
  return { maxFiles: 2, maxFileBytes: 25 * MEGABYTE, maxFieldBytes: 1000, maxFields: 20, onFile, ...others };
}

function posted(form: FormData): Request {
  return new Request('http://localhost/', { method: 'POST', body: form });
}

function formWith(...files: File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('evidence', file);
  form.append('note', 'é ق');
  return form;
}

/** A request whose body is written by `parts`, one chunk after the other. */
function streamed(parts: () => AsyncGenerator<Buffer>, signal?: AbortSignal): Request {
  const body = Readable.toWeb(Readable.from(parts())) as ReadableStream<Uint8Array>;
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' };
  return new Request('http://localhost/', {
    method: 'POST',
    body,
    headers,
    signal,
    duplex: 'half',
  } as RequestInit);
}

const HEAD = Buffer.from(
  '--xx\r\nContent-Disposition: form-data; name="evidence"; filename="v.mp4"\r\nContent-Type: video/mp4\r\n\r\n',
);
const TAIL = Buffer.from('\r\n--xx--\r\n');

async function* fileOf(bytes: number): AsyncGenerator<Buffer> {
  yield HEAD;
  for (let left = bytes; left > 0; left -= MEGABYTE) yield Buffer.alloc(Math.min(left, MEGABYTE), 7);
  yield TAIL;
}

async function incoming(): Promise<string[]> {
  return readdir(join(root, 'incoming')).catch(() => []);
}

describe('a form with files', () => {
  test('gives its fields and files, and takes an empty file field for no file', async () => {
    const form = formWith(new File(['hello'], 'فاتورة.pdf', { type: 'application/pdf' }), new File([], ''));
    const read = await readMultipart(
      posted(form),
      options(async part => ({
        fileName: part.fileName,
        type: part.declaredType,
        text: await text(part.stream),
      })),
    );
    expect([...read.fields]).toEqual([['note', 'é ق']]);
    expect(read.files).toEqual([{ fileName: 'فاتورة.pdf', type: 'application/pdf', text: 'hello' }]);
  });

  test('takes a file of exactly the limit', async () => {
    const read = await readMultipart(
      streamed(() => fileOf(25 * MEGABYTE)),
      options(store),
    );
    expect(read.files[0]?.size).toBe(25 * MEGABYTE);
  });

  test('refuses a file one byte over the limit by field and name, and keeps nothing of it', async () => {
    const reading = readMultipart(
      streamed(() => fileOf(25 * MEGABYTE + 1)),
      options(store),
    );
    await expect(reading).rejects.toMatchObject({
      code: 'file-too-large',
      fields: { evidence: { code: 'file-too-large', params: { fileName: 'v.mp4', maxMegabytes: 25 } } },
    });
    expect(await incoming()).toEqual([]);
  });

  test('holds no file in memory', async () => {
    const before = bufferBytes();
    let highest = 0;
    async function* tenFiles() {
      for (let file = 0; file < 10; file += 1) {
        for await (const chunk of fileOf(24 * MEGABYTE)) {
          if (chunk !== TAIL) yield chunk;
          highest = Math.max(highest, heldSince(before));
        }
        yield Buffer.from('\r\n');
      }
      yield TAIL;
    }
    const sizeOf = async (part: FilePart) => {
      let size = 0;
      for await (const chunk of part.stream) size += chunk.length;
      return size;
    };
    const read = await readMultipart(streamed(tenFiles), options(sizeOf, { maxFiles: 10 }));
    expect(read.files).toHaveLength(10);
    expect(read.files.every(size => size >= 24 * MEGABYTE)).toBe(true);
    expect(highest).toBeLessThan(100 * MEGABYTE);
  });

  test('refuses one file more than allowed', async () => {
    const files = ['a', 'b', 'c'].map(name => new File([name], `${name}.png`));
    await expect(readMultipart(posted(formWith(...files)), options(store))).rejects.toMatchObject({
      code: 'too-many-files',
      fields: { evidence: { params: { fileName: 'c.png', max: 2 } } },
    });
  });

  test('can give back the accepted files beside the refused ones', async () => {
    const picky = async (part: FilePart) => {
      if (part.fileName === 'bad.svg') throw new AppError('file-type-refused');
      return text(part.stream);
    };
    const form = formWith(new File(['x'.repeat(2 * MEGABYTE)], 'bad.svg'), new File(['good'], 'good.png'));
    const read = await readMultipart(posted(form), options(picky, { collectRefusals: true }));
    expect(read.files).toEqual(['good']);
    expect(read.refused).toMatchObject([{ fileName: 'bad.svg', error: { code: 'file-type-refused' } }]);
    expect(read.fields.get('note')).toBe('é ق');
  });

  test('names the text field that is too long', async () => {
    const form = new FormData();
    form.append('narrative', 'x'.repeat(1001));
    await expect(readMultipart(posted(form), options(store))).rejects.toMatchObject({
      code: 'request-too-large',
      fields: { narrative: { code: 'too-long', params: { max: 1000 } } },
    });
  });

  test('refuses what is broken off, not multipart, or without end', async () => {
    async function* cut() {
      yield HEAD;
      yield Buffer.alloc(1000);
    }
    await expect(readMultipart(streamed(cut), options(store))).rejects.toMatchObject({
      code: 'malformed-request',
    });
    const json = new Request('http://localhost/', { method: 'POST', body: '{}' });
    await expect(readMultipart(json, options(store))).rejects.toMatchObject({
      code: 'unsupported-media-type',
    });
    const endless = options(store, { maxBodyBytes: 3 * MEGABYTE });
    await expect(
      readMultipart(
        streamed(() => fileOf(20 * MEGABYTE)),
        endless,
      ),
    ).rejects.toMatchObject({
      code: 'request-too-large',
    });
    expect(await incoming()).toEqual([]);
  });

  test('leaves no temporary file when the client goes away in the middle', async () => {
    const leaving = new AbortController();
    async function* interrupted() {
      yield HEAD;
      yield Buffer.alloc(MEGABYTE);
      leaving.abort();
      yield Buffer.alloc(MEGABYTE);
      await new Promise(() => undefined);
    }
    const reading = readMultipart(streamed(interrupted, leaving.signal), options(store));
    await expect(reading).rejects.toMatchObject({ code: 'malformed-request' });
    expect(await incoming()).toEqual([]);
  });

  test('passes on a fault of ours as it is', async () => {
    const failing = options(() => Promise.reject(new Error('disk')));
    await expect(readMultipart(posted(formWith(new File(['a'], 'a.png'))), failing)).rejects.toThrow('disk');
  });

  test('lets a client that only listens after sending read its refusal', async () => {
    const server = createServer(async (incomingMessage, response) => {
      const request = new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': incomingMessage.headers['content-type'] ?? '' },
        body: Readable.toWeb(incomingMessage) as ReadableStream<Uint8Array>,
        duplex: 'half',
      } as RequestInit);
      const code = await readMultipart(request, options(store)).catch((error: AppError) => error.code);
      response.writeHead(413, { connection: 'close' }).end(String(code));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const sending = httpRequest({
      port,
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=xx' },
    });
    const answered = once(sending, 'response');
    Readable.from(fileOf(60 * MEGABYTE)).pipe(sending);
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    expect(await text(response)).toBe('file-too-large');
    server.close();
  });
});
