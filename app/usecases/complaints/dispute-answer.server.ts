import type { EventPayload } from '#app/domain/case/events.ts';
import type { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { attachToCase } from './attach-to-case.server.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

type Reasons = readonly (typeof DISPUTE_REASONS)[number][];

/** Why one issue is not solved. */
export interface IssueInDispute {
  readonly issue: string;
  readonly reasons: Reasons;
  /** Cleaned text. */
  readonly words?: string | undefined;
  readonly files: readonly StoredUpload[];
  /** Uploads in pieces that have become evidence of this case. */
  readonly uploads: readonly string[];
}

interface Dispute extends Omit<CommandInput, 'command'> {
  /** The issues of the answer that are not solved. */
  readonly issues: readonly string[];
  readonly reasons: Reasons;
  /** What is still wrong; cleaned text. */
  readonly explanation: string;
  readonly files: readonly StoredUpload[];
  /** What was said of each issue; absent where all have the same reasons. */
  readonly byIssue?: readonly IssueInDispute[];
}

type SealedIssues = NonNullable<EventPayload<'disputed'>['byIssue']>;

/** The complainant's proof for an issue: what came with the form and what had been sent before. */
async function evidenceOf(tx: Tx, caseId: string, { files, uploads }: IssueInDispute): Promise<string[]> {
  const sent = await tx.upload.findMany({ where: { caseId, id: { in: [...uploads] } } });
  const ids = sent.flatMap(({ evidenceId }) => evidenceId ?? []);
  const rows = await tx.evidence.findMany({
    where: {
      caseId,
      uploadedByRole: 'complainant',
      OR: [{ id: { in: ids } }, { sha256: { in: files.map(({ sha256 }) => sha256) } }],
    },
    orderBy: { uploadedAt: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function sealIssues(tx: Tx, input: Dispute) {
  const rows: ReturnType<typeof personMessage>['row'][] = [];
  const byIssue: SealedIssues = [];
  for (const point of input.byIssue ?? []) {
    const { issue, reasons, words } = point;
    const said = words
      ? personMessage({ ...input, kind: 'dispute', audience: 'parties', body: words })
      : undefined;
    if (said) rows.push(said.row);
    const evidenceIds = await evidenceOf(tx, input.caseId, point);
    byIssue.push({ ...said?.sealed, issue, reasons: [...reasons], evidenceIds });
  }
  return { rows, sealed: byIssue.length > 0 ? { byIssue } : {} };
}

/**
 * The complainant says that the problem is not solved: which issues, why, and with what proof. What is said of one
 * issue is a message of its own, so that it can be erased one day without breaking the record.
 */
export function disputeAnswer(input: Dispute) {
  return executeCommand({ ...input, command: 'dispute' }, async (loaded, tx) => {
    const files = [...input.files, ...(input.byIssue ?? []).flatMap(point => point.files)];
    const added = await attachToCase(tx, loaded, { ...input, files });
    const { row, sealed } = personMessage({
      ...input,
      kind: 'dispute',
      audience: 'parties',
      body: input.explanation,
    });
    const issues = await sealIssues(tx, input);
    const payload = { ...sealed, reasons: [...input.reasons], issues: [...input.issues], ...issues.sealed };
    return {
      events: [...added, { type: 'disputed', payload }],
      rows: { messages: [row, ...issues.rows] },
    };
  });
}
