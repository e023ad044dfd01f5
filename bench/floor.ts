import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import busboy from 'busboy';
import pg from 'pg';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { closeQueue } from '#app/platform/queue/queue.server.ts';
import type { Statement } from './captured-statements.ts';
import { deskStatements } from './desk-pages.ts';
import { formStatements } from './filing-form.ts';
import { collectiveStatements, figuresStatements } from './page-statements.ts';
import { filingStatements } from './sample-filing.ts';

// The floor: a bare node:http handler that runs the application's own statements through pg. It checks nothing,
// knows no user and renders nothing. A separate process, started by bench-instance.ts.

const TEMPLATES = 36;
/** Identifiers in a captured statement's values, which must be new for each request. */
const IDENTIFIERS =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|[A-Z]{2}-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/g;

/** A new identifier of the same kind: a row's, a digest, a case's reference. */
function freshLike(identifier: string): string {
  if (identifier.length === 36) return randomUUID();
  if (identifier.length === 64) return randomBytes(32).toString('hex');
  return `XX-2026-${randomBytes(5).toString('hex').toUpperCase()}`;
}

const { PORT, FLOOR_DIR = '', DATABASE_APP_URL } = process.env;
mkdirSync(FLOOR_DIR, { recursive: true });

const pool = new pg.Pool({ connectionString: DATABASE_APP_URL, max: 10, options: '-c app.role=system' });

async function readTemplates(): Promise<readonly (readonly Statement[])[]> {
  const templates: (readonly Statement[])[] = [];
  for (let index = 0; index < TEMPLATES; index += 1) templates.push(await filingStatements(index));
  await closeQueue();
  return templates;
}

const templates = await readTemplates();
let filed = 0;

/** The statements of the next filing: a template's, with identifiers of its own. */
function nextFiling(): readonly Statement[] {
  const template = templates[filed % TEMPLATES] ?? [];
  filed += 1;
  const renamed = new Map<string, string>();
  const rename = (identifier: string) => {
    const known = renamed.get(identifier);
    if (known !== undefined) return known;
    const fresh = freshLike(identifier);
    renamed.set(identifier, fresh);
    return fresh;
  };
  return template.map(({ text, values }) => ({
    text,
    values: values.map(value => (typeof value === 'string' ? value.replace(IDENTIFIERS, rename) : value)),
  }));
}

async function storeFile(part: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(join(FLOOR_DIR, randomUUID()), 'wx');
  for await (const chunk of part) await file.write(chunk);
  await file.sync();
  await file.close();
}

async function storeBody(request: IncomingMessage): Promise<void> {
  const parser = busboy({ headers: request.headers });
  const files: Promise<void>[] = [];
  parser.on('file', (_name, stream) => files.push(storeFile(stream)));
  request.pipe(parser);
  await once(parser, 'close');
  await Promise.all(files);
}

async function runTransaction(statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const { text, values } of statements) await client.query(text, [...values]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function file(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await storeBody(request);
  await runTransaction(nextFiling());
  response.writeHead(201, { 'content-type': 'application/json' }).end('{"state":"filed"}');
}

const started = new Date().toISOString();
const PAGES: Readonly<Record<string, readonly Statement[]>> = {
  '/queue': await deskStatements('first'),
  '/figures': await figuresStatements(started),
};
const forms = await formStatements();

let collective: Promise<readonly Statement[]> | undefined;

/** Its statements are recorded at the first request: the page is written once the instance runs. */
function collectivePage(): Promise<readonly Statement[]> {
  collective ??= collectiveStatements().finally(closeDatabase);
  return collective;
}

const desk = new Map<string, Promise<readonly Statement[]>>();

/** Recorded at the first request, as above. */
function deskPage(name: string): Promise<readonly Statement[]> {
  const known = desk.get(name) ?? deskStatements(name).finally(closeDatabase);
  desk.set(name, known);
  return known;
}

await closeDatabase();

async function showRows(statements: readonly Statement[], response: ServerResponse): Promise<void> {
  const results: unknown[] = [];
  for (const { text, values } of statements) results.push((await pool.query(text, [...values])).rows);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(results));
}

let steps = 0;

async function saveStep(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  new URLSearchParams(body).get('track');
  const form = forms[steps % forms.length];
  steps += 1;
  await runTransaction(form?.save ?? []);
  response.writeHead(303, { location: '/next-step' }).end();
}

async function storeRaw(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await storeFile(request);
  response.writeHead(204).end();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/raw-file') return storeRaw(request, response);
  if (request.url === '/step') return saveStep(request, response);
  if (request.url === '/next-step') return showRows(forms[steps % forms.length]?.open ?? [], response);
  const [, name] = /^\/desk\/(.+)$/u.exec(request.url ?? '') ?? [];
  if (name !== undefined) return showRows(await deskPage(name), response);
  const page = request.url === '/collective' ? await collectivePage() : PAGES[request.url ?? ''];
  return page === undefined ? file(request, response) : showRows(page, response);
}

const server = createServer((request, response) => {
  const answered = answer(request, response);
  answered.catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end(String(error));
  });
});
server.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
