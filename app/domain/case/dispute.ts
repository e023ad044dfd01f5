import type { EventPayload, RecordedEvent } from './events.ts';
import type { DISPUTE_REASONS } from './outcomes.ts';

/** What a complainant says is still wrong with the answer on one issue. */
export interface DisputedIssue {
  readonly issue: string;
  readonly reasons: readonly (typeof DISPUTE_REASONS)[number][];
  /** In their own words; one text for several issues where they wrote only one. */
  readonly messageId: string;
  readonly evidenceIds: readonly string[];
}

/** A dispute issue by issue, also where its reasons were given for all issues at once. */
export function disputedIn(dispute: EventPayload<'disputed'>): readonly DisputedIssue[] {
  const { byIssue, issues, reasons, messageId } = dispute;
  if (byIssue === undefined) return issues.map(issue => ({ issue, reasons, messageId, evidenceIds: [] }));
  return byIssue.map(part => ({
    issue: part.issue,
    reasons: part.reasons,
    messageId: part.messageId ?? messageId,
    evidenceIds: part.evidenceIds ?? [],
  }));
}

type Logged = Pick<RecordedEvent, 'type' | 'payload'>;

/** The dispute that the operator has not answered yet; null where there is none. */
export function openDispute(events: readonly Logged[]): EventPayload<'disputed'> | null {
  const last = events.findLast(({ type }) => type === 'disputed' || type === 'answered');
  return last?.type === 'disputed' ? (last.payload as EventPayload<'disputed'>) : null;
}

/** The issues that the operator's next answer addresses: those in dispute, or all of the case where none is named. */
export function issuesToAnswer(events: readonly Logged[], issues: readonly string[]): readonly string[] {
  const dispute = openDispute(events);
  const disputed = dispute === null ? [] : disputedIn(dispute).map(({ issue }) => issue);
  const known = issues.filter(issue => disputed.includes(issue));
  return known.length > 0 ? known : issues;
}
