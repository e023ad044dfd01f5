import { Agent, type IncomingMessage, request } from 'node:http';
import { SYSTEM } from '#app/domain/case/states.ts';
import { MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { randomToken } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { draftCookie } from '#app/platform/session/cookies.server.ts';
import { holderOf, keysOf } from '#app/usecases/complaints/drafts/draft-access.server.ts';
import type { FilingStep } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { saveStep } from '#app/usecases/complaints/drafts/save-step.server.ts';
import type { BenchInstance } from './bench-instance.ts';
import type { Child } from './child.ts';
import { percentile } from './load.ts';
import { samplePhoto } from './sample-filing.ts';

const MEGABYTE = 1024 * 1024;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const BOUNDARY = 'recours-bench-boundary';
/** Bytes of one piece, as browsers send them. */
const PIECE = MEGABYTE;

const SIZES = [
  { title: '200 KB', bytes: 200 * 1024, clients: 8 },
  { title: '24 MB', bytes: 24 * MEGABYTE, clients: 4 },
] as const;

/** What a complainant answers before the question for evidence, in the profile `ma`. */
const ANSWERS: readonly (readonly [FilingStep, Record<string, unknown>])[] = [
  ['who', { track: 'consumer', organisationName: '', organisationNumber: '' }],
  ['service', { operatorId: 'maroc-telecom', service: 'mobile', lineNumber: '0612345678' }],
  ['problem', { category: 'mobile-outage', issues: ['mobile-outage/voice'] }],
  ['when', { startedAt: '2026-03-05T15:00', ongoing: 'no', endedAt: '2026-03-06', region: 'MA-06' }],
  ['facts', { facts: { area: 'Gauthier', stillDown: 'no' }, vulnerability: 'work' }],
  [
    'attempts',
    { attempts: [{ on: '2026-03-05', channel: 'hotline', result: 'saturated', ticket: '', note: '' }] },
  ],
  ['wish', { narrative: 'Plus de réseau pendant des heures.', remedySought: 'apology' }],
];

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: readonly Buffer[];
  readonly expected: number;
}

/** Where requests go, on connections that are kept. */
interface Target {
  readonly agent: Agent;
  readonly port: number;
}

/** One whole file sent; resolves when the other side has it safely. */
type Send = (target: Target, file: readonly Buffer[], size: number) => Promise<void>;

function exchange({ agent, port }: Target, what: Exchange): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body = [], expected } = what;
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, response => {
      response.resume().once('end', () => {
        if (response.statusCode === expected) resolve(response);
        else reject(new Error(`${method} ${path} answered ${response.statusCode}`));
      });
    });
    sent.once('error', reject);
    for (const piece of body) sent.write(piece);
    sent.end();
  });
}

/** People who send files at the same time, each to a complaint of their own: files of one wait for each other. */
const WRITERS = 16;

/** Cookies of drafts that wait for their evidence; each takes as many files as a draft may hold. */
async function draftPool(): Promise<() => Promise<string>> {
  const now = new Date().toISOString();
  let token: string | null = null;
  for (const [step, raw] of ANSWERS) ({ token } = await saveStep({ token, step, raw, language: 'fr', now }));
  const template = await withActor(SYSTEM, tx =>
    tx.draft.findUniqueOrThrow({ where: { id: keysOf(token ?? '').id } }),
  );
  const fresh = async () => {
    const next = randomToken();
    const { language, createdAt, updatedAt, expiresAt } = template;
    const data = { ...keysOf(next), language, createdAt, updatedAt, expiresAt, data: template.data ?? {} };
    await withActor(holderOf(next), tx => tx.draft.create({ data }));
    return (await draftCookie.set(next, template.expiresAt)).split(';', 1)[0] ?? '';
  };
  const writing = Array.from({ length: WRITERS }, () => ({ left: 0, cookie: Promise.resolve('') }));
  let turn = 0;
  return () => {
    turn = (turn + 1) % WRITERS;
    const draft = writing[turn];
    if (draft === undefined) throw new Error('There is no draft');
    if (draft.left === 0) Object.assign(draft, { left: MAX_FILES, cookie: fresh() });
    draft.left -= 1;
    return draft.cookie;
  };
}

const FORM = {
  before: Buffer.from(
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="photo.jpg"\r\n` +
      'Content-Type: image/jpeg\r\n\r\n',
  ),
  after: Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
};

function byForm(nextCookie: () => Promise<string>): Send {
  return async (target, file, size) => {
    const headers = {
      cookie: await nextCookie(),
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': FORM.before.length + size + FORM.after.length,
    };
    const body = [FORM.before, ...file, FORM.after];
    await exchange(target, { method: 'POST', path: '/complaint/new/evidence', headers, body, expected: 303 });
  };
}

function byTus(nextCookie: () => Promise<string>): Send {
  return async (target, file, size) => {
    const headers = { cookie: await nextCookie(), 'tus-resumable': '1.0.0' };
    const beginning = { ...headers, 'upload-length': size, 'upload-metadata': 'filename cGhvdG8uanBn' };
    const begun = await exchange(target, {
      method: 'POST',
      path: '/uploads/draft',
      headers: beginning,
      expected: 201,
    });
    const path = begun.headers.location ?? '';
    const whole = Buffer.concat(file);
    for (let offset = 0; offset < size; offset += PIECE) {
      const piece = whole.subarray(offset, offset + PIECE);
      const placed = {
        ...headers,
        'upload-offset': offset,
        'content-type': 'application/offset+octet-stream',
        'content-length': piece.length,
      };
      await exchange(target, { method: 'PATCH', path, headers: placed, body: [piece], expected: 204 });
    }
  };
}

const toFloor: Send = async (target, file, size) => {
  const headers = { 'content-length': size };
  await exchange(target, { method: 'POST', path: '/raw-file', headers, body: file, expected: 204 });
};

interface Round {
  readonly megabytesPerSecond: number;
  readonly latencies: readonly number[];
}

let sentFiles = 0;

/** A photo whose bytes were never sent before: what follows a JPEG's end is no part of it. */
function uniqueFile(photo: Buffer): readonly Buffer[] {
  const mark = Buffer.alloc(16);
  sentFiles += 1;
  mark.writeDoubleBE(performance.timeOrigin, 0);
  mark.writeUInt32BE(sentFiles, 8);
  return [photo.subarray(0, photo.length - mark.length), mark];
}

async function round(
  port: number,
  send: Send,
  { photo, clients }: { photo: Buffer; clients: number },
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latencies: number[] = [];
  const begin = performance.now();
  const end = begin + SECONDS * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await send({ agent, port }, uniqueFile(photo), photo.length);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  const seconds = (performance.now() - begin) / 1000;
  const megabytesPerSecond = (latencies.length * photo.length) / MEGABYTE / seconds;
  return { megabytesPerSecond, latencies: latencies.sort((a, b) => a - b) };
}

function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function report(name: string, rounds: readonly Round[], floor: readonly Round[]): void {
  const ratio = median(
    rounds.map(
      ({ megabytesPerSecond }, index) =>
        megabytesPerSecond / (floor[index]?.megabytesPerSecond ?? Number.NaN),
    ),
  );
  const figures = [
    median(rounds.map(({ megabytesPerSecond }) => megabytesPerSecond)),
    median(rounds.map(({ latencies }) => percentile(latencies, 0.5))),
    median(rounds.map(({ latencies }) => percentile(latencies, 0.95))),
  ].map(figure => figure.toFixed(1).padStart(9));
  console.log(
    `  ${name.padEnd(10)}${figures[0]} MB/s   p50${figures[1]} ms   p95${figures[2]} ms   ratio ${ratio.toFixed(2)}`,
  );
}

function memory(app: Child): string {
  const now = app.memory();
  return now === undefined ? 'unknown' : `${now.now.toFixed(0)} MB, at most ${now.peak.toFixed(0)} MB`;
}

/** Files sent by the form and in pieces, against a handler that only writes the body to a file and syncs it. */
export async function measureUploads({ app, floor }: BenchInstance): Promise<void> {
  const nextCookie = await draftPool();
  const photo = await samplePhoto();
  for (const { title, bytes, clients } of SIZES) {
    const content = Buffer.concat([photo, Buffer.alloc(Math.max(0, bytes - photo.length))], bytes);
    const ways = { floor: toFloor, form: byForm(nextCookie), tus: byTus(nextCookie) };
    const rounds: Record<keyof typeof ways, Round[]> = { floor: [], form: [], tus: [] };
    for (let index = 0; index <= ROUNDS; index += 1) {
      for (const way of ['floor', 'form', 'tus'] as const) {
        const port = way === 'floor' ? floor.port : app.port;
        const measured = await round(port, ways[way], { photo: content, clients });
        // The first one warms up.
        if (index > 0) rounds[way].push(measured);
      }
    }
    console.log(`\nFiles of ${title}, ${clients} clients, ${ROUNDS} rounds of ${SECONDS} s`);
    for (const way of ['floor', 'form', 'tus'] as const) report(way, rounds[way], rounds.floor);
    console.log(`  memory of the application ${memory(app)}`);
  }
}
