import { draftCookie } from '#app/platform/session/cookies.server.ts';
import { openDraft } from '#app/usecases/complaints/drafts/open-draft.server.ts';
import { type SavedDraft, saveStep } from '#app/usecases/complaints/drafts/save-step.server.ts';
import type { Benchmark } from './benchmark.ts';
import { recordStatements, type Statement } from './captured-statements.ts';
import type { Shot } from './load.ts';

/** Complaints that are being written at the same time; more than there are clients, so that none waits for another. */
const DRAFTS = 36;
const ANSWERS = { track: 'consumer' };

function answerFirstStep(token: string | null): Promise<SavedDraft> {
  const now = new Date().toISOString();
  return saveStep({ token, step: 'who', raw: ANSWERS, language: 'fr', now });
}

async function startDrafts(): Promise<readonly SavedDraft[]> {
  const drafts: SavedDraft[] = [];
  for (let index = 0; index < DRAFTS; index += 1) drafts.push(await answerFirstStep(null));
  return drafts;
}

/** What a step's form and the page after it send to the database; one pair a draft. */
export interface FormStatements {
  readonly save: readonly Statement[];
  readonly open: readonly Statement[];
}

/** Records how the application saves a step and opens the next, for as many drafts as the benchmark writes. */
export async function formStatements(): Promise<readonly FormStatements[]> {
  const statements: FormStatements[] = [];
  for (const { token } of await startDrafts()) {
    const save = await recordStatements(() => answerFirstStep(token));
    const open = await recordStatements(() => openDraft(token, new Date().toISOString()));
    statements.push({ save, open });
  }
  return statements;
}

const BODY = Buffer.from(new URLSearchParams(ANSWERS).toString());

/** Each draft in turn: its step is sent, then the next page is opened. */
function alternate(drafts: readonly { readonly save: Shot; readonly open: Shot }[]): () => Shot {
  let fired = 0;
  return () => {
    const draft = drafts[Math.floor(fired / 2) % drafts.length];
    if (draft === undefined) throw new Error('There is no draft');
    fired += 1;
    return fired % 2 === 1 ? draft.save : draft.open;
  };
}

function shots(paths: { readonly save: string; readonly open: string }, cookie: string) {
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip', 'accept-language': 'fr' };
  const sent = {
    ...headers,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': BODY.length,
  };
  return {
    save: { method: 'POST', path: paths.save, headers: sent, body: () => [BODY], expectedStatus: 303 },
    open: { method: 'GET', path: paths.open, headers, expectedStatus: 200 },
  } as const satisfies Record<string, Shot>;
}

/** A step of the form saved and the next page shown as HTML, in turn. */
export const filingForm: Benchmark = {
  title: 'A step of the filing form saved, then the next page as HTML (floor: the same statements, as JSON)',
  goal: { kind: 'ratio', least: 0.2 },
  clients: 8,
  async prepare() {
    const drafts = await startDrafts();
    const cookies = await Promise.all(
      drafts.map(async ({ token, expiresAt }) => {
        const header = await draftCookie.set(token, expiresAt);
        return header.split(';', 1)[0] ?? '';
      }),
    );
    const ours = { save: '/complaint/new', open: '/complaint/new/service' };
    const theirs = { save: '/step', open: '/next-step' };
    return {
      app: alternate(cookies.map(cookie => shots(ours, cookie))),
      floor: alternate(cookies.map(cookie => shots(theirs, cookie))),
    };
  },
};
