import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { keyedDigest, openSealedText, sealText } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** A writing request under its Idempotency-Key. */
export interface KeyedRequest {
  readonly actor: Actor & { readonly organisation: string };
  readonly key: string;
  /** Everything that makes the request this one: operation, case and body. */
  readonly content: string;
  /** Of the case that it is about, as it stands now. */
  readonly caseVersion: number;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Does the work of a request.
 * @param onlyVersion set where an earlier attempt broke off without an answer: the version of the case that it met. If it
 *   got as far as to change the case, the repetition finds another version and does nothing.
 */
type Work = (onlyVersion: number | undefined) => Promise<unknown>;

/** A request that has not answered by then has lost its process. */
const LEASE_SECONDS = 60;

/** Seconds after which a client may ask again for the answer of a request that is at work. */
const ASK_AGAIN_SECONDS = 1;

type Claim =
  | { readonly kind: 'mine'; readonly onlyVersion: number | undefined }
  | { readonly kind: 'answered'; readonly answer: unknown };

interface Row {
  readonly request_hash: string;
  readonly case_version: number | null;
  readonly body: string | null;
  readonly lost: boolean;
}

function standingClaim(row: Row | undefined, requestHash: string): Claim {
  if (row === undefined) return { kind: 'mine', onlyVersion: undefined };
  if (row.request_hash !== requestHash) throw new AppError('idempotency-conflict');
  if (row.body !== null) return { kind: 'answered', answer: JSON.parse(openSealedText(row.body)) };
  if (row.lost) return { kind: 'mine', onlyVersion: row.case_version ?? undefined };
  throw new AppError('idempotency-in-progress', { params: { seconds: ASK_AGAIN_SECONDS } });
}

interface Digests {
  readonly key: string;
  readonly requestHash: string;
}

function digestsOf({ key, content }: KeyedRequest): Digests {
  return {
    key: keyedDigest('idempotency key of an operator', key),
    requestHash: keyedDigest('idempotent request of an operator', content),
  };
}

/** Takes the key, or says what became of it. The row lock makes simultaneous copies wait for each other here. */
function claim({ actor, caseVersion, now }: KeyedRequest, { key, requestHash }: Digests): Promise<Claim> {
  const { organisation } = actor;
  return withActor(actor, async tx => {
    const taken = await tx.$executeRaw`
      INSERT INTO api_idempotency (operator_id, key, request_hash, started_at, case_version)
      VALUES (${organisation}, ${key}, ${requestHash}, ${now}::timestamptz, ${caseVersion}) ON CONFLICT DO NOTHING`;
    if (taken === 1) return { kind: 'mine', onlyVersion: undefined };
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT request_hash, case_version, body,
        started_at <= ${now}::timestamptz - make_interval(secs => ${LEASE_SECONDS}::int) AS lost
      FROM api_idempotency WHERE operator_id = ${organisation} AND key = ${key} FOR UPDATE`;
    const standing = standingClaim(row, requestHash);
    if (standing.kind === 'mine') {
      await tx.$executeRaw`
        UPDATE api_idempotency SET started_at = ${now}::timestamptz
        WHERE operator_id = ${organisation} AND key = ${key}`;
    }
    return standing;
  });
}

function keep({ actor }: KeyedRequest, { key }: Digests, answer: unknown) {
  const id = { operatorId_key: { operatorId: actor.organisation, key } };
  const data = { body: sealText(JSON.stringify(answer)) };
  return withActor(actor, tx => tx.apiIdempotency.update({ where: id, data }));
}

/** After a refusal nothing has happened: the key may come with the corrected request. */
function release({ actor }: KeyedRequest, { key }: Digests) {
  return withActor(actor, tx =>
    tx.apiIdempotency.deleteMany({ where: { operatorId: actor.organisation, key } }),
  );
}

/**
 * Answers a writing request once: its repetitions get the first answer, whoever of the operator's systems sends them.
 * @throws AppError `idempotency-conflict` for a key that came with another request, `idempotency-in-progress` while the
 *   first one is at work, and what the work refuses
 */
export async function answerOnce(request: KeyedRequest, work: Work): Promise<unknown> {
  const digests = digestsOf(request);
  const claimed = await claim(request, digests);
  if (claimed.kind === 'answered') return claimed.answer;
  try {
    const answer = await work(claimed.onlyVersion);
    await keep(request, digests, answer);
    return answer;
  } catch (error) {
    if (error instanceof AppError) await release(request, digests);
    throw error;
  }
}

/** Whether a request has been answered under its key. */
export async function wasAnswered(request: KeyedRequest): Promise<boolean> {
  const { key } = digestsOf(request);
  const { actor } = request;
  const row = await withActor(actor, tx =>
    tx.apiIdempotency.findUnique({
      where: { operatorId_key: { operatorId: actor.organisation, key } },
      select: { body: true },
    }),
  );
  return row !== null && row.body !== null;
}
