import type { DeskRole } from '#app/domain/access/desk-roles.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { deskOf } from '../desk-of.ts';

/** A case that waits for one person, and why. */
export interface InboxEntry {
  readonly kind: 'mentions' | 'toRead' | 'returned' | 'drafts' | 'followed';
  readonly reference: string;
  readonly state: string;
  /** Who mentioned, wrote or gave back; null where nobody else did. */
  readonly by: string | null;
  /** ISO instant. */
  readonly at: string;
}

interface Row {
  readonly kind: InboxEntry['kind'];
  readonly reference: string;
  readonly state: string;
  readonly by_name: string | null;
  readonly at: Date;
}

const MOST_OF_A_KIND = 50;

/**
 * What waits for a person of the desk: mentions not read yet, answers to read in the second place (for who may), their
 * own that came back, what they began to answer, and the cases that they follow, the latest of each first.
 */
export async function readDeskInbox(
  actor: Actor & { readonly deskRole: DeskRole | null },
): Promise<readonly InboxEntry[]> {
  const { userId, operatorId } = deskOf(actor);
  const mayRead = actor.deskRole !== null && actor.deskRole !== 'agent';
  const rows = await withActor(
    actor,
    tx => tx.$queryRaw<Row[]>`
      (SELECT 'mentions' AS kind, c.reference, c.state, n.author_name AS by_name, m.at
        FROM desk_mention m JOIN desk_note n ON n.id = m.note_id JOIN "case" c ON c.id = m.case_id
        WHERE m.user_id = ${userId} AND m.read_at IS NULL ORDER BY m.at DESC LIMIT ${MOST_OF_A_KIND})
      UNION ALL
      (SELECT 'toRead', c.reference, c.state, p.author_name, p.submitted_at
        FROM answer_proposal p JOIN "case" c ON c.id = p.case_id
        WHERE ${mayRead} AND p.operator_id = ${operatorId} AND p.state = 'waiting' AND p.author_id <> ${userId}
          AND c.state IN ('served', 'returned', 'disputed')
        ORDER BY p.submitted_at LIMIT ${MOST_OF_A_KIND})
      UNION ALL
      (SELECT 'returned', c.reference, c.state, p.reader_name, p.read_at
        FROM answer_proposal p JOIN "case" c ON c.id = p.case_id
        WHERE p.author_id = ${userId} AND p.state = 'returned' AND p.reader_id IS NOT NULL
          AND c.state IN ('served', 'returned', 'disputed')
          AND NOT EXISTS (SELECT 1 FROM answer_proposal q WHERE q.case_id = p.case_id AND q.submitted_at > p.submitted_at)
        ORDER BY p.read_at DESC LIMIT ${MOST_OF_A_KIND})
      UNION ALL
      (SELECT 'drafts', c.reference, c.state, NULL, d.saved_at
        FROM answer_draft d JOIN "case" c ON c.id = d.case_id
        WHERE d.author_id = ${userId} AND c.state IN ('served', 'returned', 'disputed')
        ORDER BY d.saved_at DESC LIMIT ${MOST_OF_A_KIND})
      UNION ALL
      (SELECT 'followed', c.reference, c.state, NULL, w.since
        FROM case_watch w JOIN "case" c ON c.id = w.case_id
        WHERE w.user_id = ${userId} ORDER BY w.since DESC LIMIT ${MOST_OF_A_KIND})`,
  );
  return rows.map(({ by_name: by, at, ...row }) => ({ ...row, by, at: at.toISOString() }));
}
