import { Temporal } from 'temporal-polyfill';
import type { IssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { partsOfIssue } from '#app/domain/taxonomy/taxonomy.ts';
import {
  firstMatch,
  type ImportedProgress,
  type ImportSource,
  type Row,
  type RowReading,
  refused,
} from '../imported-case.ts';
import { US_STATES } from './us-states.ts';

/** The file's times are local without a zone; the FCC's own notes are in Washington's. */
const FCC_ZONE = 'America/New_York';

const ISSUES: readonly (readonly [RegExp, IssueAddress])[] = [
  [/data\s*cap|usage|overage|throttl/iu, 'contract/unilateral-change'],
  [/speed|slow/iu, 'coverage-quality/speed'],
  [/outage|no (internet|service|phone)|connection|down\b|intermittent/iu, 'fixed-outage/internet'],
  [/refund|credit/iu, 'billing/refund-due'],
  [/bill|charg|fee|pric|overcharg|payment/iu, 'billing/error'],
  [/bait|switch|false|decept|advertis|contract|fraud|mislead/iu, 'contract/mis-selling'],
  [/cancel/iu, 'contract/cancellation-refused'],
  [/install|technician|appointment/iu, 'contract/installation-delay'],
  [/modem|equipment|box|router/iu, 'contract/equipment'],
  [/port(ing|ed)?\b.*number|number/iu, 'number-portability/refusal'],
  [/privacy|spam|scam|call(s|ing) me|telemarket/iu, 'privacy-fraud/spam'],
];

const FOLLOW_UP =
  /Follow-up message by (FCC|Consumer)[^\n]*? on (\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) ([AP])M/gu;

function instantOf(local: Temporal.PlainDateTime): string {
  return new Date(local.toZonedDateTime(FCC_ZONE).epochMilliseconds).toISOString();
}

function readLocal(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/u.test(text)) return null;
  try {
    return instantOf(Temporal.PlainDateTime.from(text, { overflow: 'reject' }));
  } catch {
    return null;
  }
}

/** Instants of the FCC's own messages in a narrative: the first is its notice to the operator. */
function messagesOfTheFcc(narrative: string): readonly string[] {
  const found: string[] = [];
  for (const [, by, month, day, year, hour, minute, second, half] of narrative.matchAll(FOLLOW_UP)) {
    if (by !== 'FCC') continue;
    const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
    const fields = {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: hours,
      minute: Number(minute),
      second: Number(second),
    };
    found.push(instantOf(Temporal.PlainDateTime.from(fields)));
  }
  return found.sort();
}

function progressOf(status: string, filedAt: string, narrative: string): ImportedProgress | null {
  if (status === 'Open') return {};
  const messages = messagesOfTheFcc(narrative).filter(at => at >= filedAt);
  const servedAt = messages[0] ?? filedAt;
  if (status === 'Pending') return { servedAt };
  if (status !== 'Solved' && status !== 'Closed') return null;
  const last = messages.at(-1);
  const dated = last !== undefined && last > servedAt;
  const at = dated ? last : servedAt;
  const outcome = status === 'Solved' ? 'remedied-without-money' : 'explained';
  return { servedAt, answer: { at, outcome, dated }, closedAt: at };
}

function read(row: Row): RowReading {
  const missing = ['ticket', 'created_at_local', 'state', 'status', 'subject', 'description'].find(
    field => row[field] === undefined,
  );
  if (missing !== undefined) return refused(missing, 'the row ends before this field');
  const { ticket = '', created_at_local: created = '', status = '', subject = '', description = '' } = row;
  // One ticket of the file is a word: it identifies its row all the same.
  if (ticket === '') return refused('ticket', 'the row has no ticket');
  const filedAt = readLocal(created);
  if (filedAt === null) return refused('created_at_local', `"${created}" is not a local time`);
  const progress = progressOf(status, filedAt, description);
  if (progress === null) return refused('status', `"${status}" is not a known status`);
  const issue = firstMatch(
    subject,
    ISSUES,
    firstMatch(description.slice(0, 600), ISSUES, 'customer-service/late-reply'),
  );
  const state = US_STATES[row.state ?? ''];
  return {
    kind: 'case',
    value: {
      rowKey: ticket,
      filedAt,
      operatorId: 'comcast',
      service: /\b(tv|cable|hbo|channel)/iu.test(subject) ? 'tv' : 'internet',
      category: partsOfIssue(issue).category,
      issues: [issue],
      region: state === undefined ? 'not-stated' : `US-${state}`,
      commune: row.city || null,
      language: 'en',
      narrative: `${subject}\n\n${description}`,
      progress,
    },
  };
}

/** Complaints to the US Federal Communications Commission about one operator, 2015, with their narratives. */
export const fccComcast: ImportSource = {
  name: 'fcc-comcast',
  delimiterOf: header => (header.startsWith('ticket,created_at_local,') ? ',' : null),
  read,
};
