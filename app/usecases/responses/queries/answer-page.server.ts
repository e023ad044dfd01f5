import type { SeenAnswerItem, SeenCase } from '#app/domain/access/seen-case.ts';
import { type DisputedIssue, disputedIn, issuesToAnswer, openDispute } from '#app/domain/case/dispute.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** What the complainant says is still wrong on one issue, as the desk may read it. */
export interface ShownDispute {
  readonly reasons: DisputedIssue['reasons'];
  readonly words: string | null;
  readonly files: readonly { readonly id: string; readonly fileName: string }[];
}

/** An issue that the next answer has to address. */
export interface AskedIssue {
  readonly issue: string;
  readonly dispute: ShownDispute | null;
  /** What the operator said of it last. */
  readonly earlier: SeenAnswerItem | null;
}

function shownDispute(disputed: DisputedIssue, { seen }: SeenCase): ShownDispute {
  const files = seen['evidence-copy'] ?? [];
  return {
    reasons: disputed.reasons,
    words: seen.messages?.find(({ id }) => id === disputed.messageId)?.body ?? null,
    files: files
      .filter(({ id }) => disputed.evidenceIds.includes(id))
      .map(({ id, fileName }) => ({ id, fileName })),
  };
}

function lastItem(issue: string, { seen }: SeenCase): SeenAnswerItem | null {
  const items = seen.responses?.flatMap(response => response.items) ?? [];
  return items.findLast(item => item.issue === issue) ?? null;
}

/** The issues that the next answer addresses: all of the case, or after a dispute the disputed ones. */
export async function readAskedIssues(actor: Actor, found: SeenCase): Promise<readonly AskedIssue[]> {
  const rows = await withActor(actor, tx =>
    tx.caseEvent.findMany({
      where: { caseId: found.id, type: { in: ['answered', 'disputed'] } },
      orderBy: { seq: 'asc' },
    }),
  );
  const events = rows as unknown as readonly Pick<RecordedEvent, 'type' | 'payload'>[];
  const dispute = openDispute(events);
  const disputed = dispute === null ? [] : disputedIn(dispute);
  return issuesToAnswer(events, found.summary.issues).map(issue => {
    const part = disputed.find(candidate => candidate.issue === issue);
    return {
      issue,
      dispute: part === undefined ? null : shownDispute(part, found),
      earlier: part === undefined ? null : lastItem(issue, found),
    };
  });
}
