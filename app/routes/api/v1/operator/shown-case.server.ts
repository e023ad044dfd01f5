import type { z } from 'zod';
import type { SeenCase, SeenEvent } from '#app/domain/access/seen-case.ts';
import type { Language } from '#app/domain/shared/language.ts';
import type { Money } from '#app/domain/shared/money.ts';
import { translator } from '#app/i18n/i18n.ts';
import { env } from '#app/platform/env.server.ts';
import type { CaseShown, ListedCase } from '#app/usecases/operator-api/case-shown.schema.ts';
import type { CaseList } from '#app/usecases/operator-api/queries/list-cases.server.ts';
import { shownClock } from '../shown-clock.ts';

type Shown = z.input<typeof CaseShown>;

export function caseLinks(reference: string) {
  return { self: `${env().PUBLIC_URL}/api/v1/operator/cases/${reference}` };
}

export function shownRow(row: CaseList['rows'][number]): z.input<typeof ListedCase> {
  const { reference, version, track, service, category, issues, region, urgent, acknowledged, overdue } = row;
  return {
    ...{ reference, version, track, service, category, region, urgent, acknowledged, overdue },
    state: row.state as Shown['state'],
    issues: [...issues],
    filedAt: row.filed_at,
    servedAt: row.served_at,
    dueAt: row.due_at,
    dueClock: row.due_clock,
    changedAt: row.changed_at,
    links: caseLinks(reference),
  };
}

function shownMoney(money: Money | null) {
  return money === null ? null : { amountMinor: money.amountMinor, currency: money.currency };
}

function shownEvent({ seq, type, at, actorRole }: SeenEvent, language: Language) {
  return { seq, type, at, by: actorRole, text: translator(language, 'domain')(`event.${type}`) };
}

export function shownMessages({ seen }: SeenCase): Shown['messages'] {
  return (seen.messages ?? []).map(({ kind, authorRole, authorName, body, at }) => ({
    ...{ kind, body, at },
    by: authorRole,
    name: authorName,
  }));
}

function shownEvidence({ seen }: SeenCase): Shown['evidence'] {
  return (seen['evidence-copy'] ?? []).map(file => ({
    ...{ id: file.id, fileName: file.fileName, mediaType: file.mediaType, size: file.size },
    ...{ sha256: file.sha256, addedBy: file.uploadedByRole, addedAt: file.uploadedAt },
    standing: file.standing,
    links: { self: `${env().PUBLIC_URL}/api/v1/operator/evidence/${file.id}` },
  }));
}

function shownSummary({ summary, version, standing }: SeenCase, language: Language) {
  const { reference, track, service, category, commune, urgent, filedAt, servedAt } = summary;
  const { startedAt, endedAt, ongoing, outcomes } = summary;
  return {
    ...{ reference, version, track, service, category, commune, urgent, filedAt, servedAt },
    ...{ startedAt, endedAt, ongoing, outcomes, language: summary.language },
    state: standing.state as Shown['state'],
    stateText: translator(language, 'domain')(`state.${standing.state}`),
    issues: [...summary.issues],
    region: summary.region?.[language] ?? null,
    vulnerability: [...summary.vulnerability],
    amount: shownMoney(summary.amount),
    remedySought: [...summary.remedySought],
  };
}

function shownAnswers({ seen }: SeenCase): Shown['answers'] {
  return (seen.responses ?? []).map(({ number, at, message, items }) => ({
    ...{ number, at, message },
    items: items.map(item => ({ ...item, evidenceIds: [...item.evidenceIds] })),
  }));
}

function shownDecisions({ seen }: SeenCase): Shown['decisions'] {
  return (seen.decision ?? []).map(({ outcome, reasons, remedy, amount, at }) => ({
    ...{ outcome, reasons, remedy, at },
    amount: shownMoney(amount),
  }));
}

/** A case as the API shows it to its operator: what the visibility matrix leaves, in one language. */
export function shownCase(found: SeenCase, language: Language): Shown {
  const { seen, summary, commands } = found;
  return {
    ...shownSummary(found, language),
    customer: seen.identity ?? null,
    narrative: seen.narrative ?? null,
    facts: { ...seen.facts, ...seen['personal-facts'] },
    attempts: (seen.attempts ?? []).map(attempt => ({ ...attempt })),
    evidence: shownEvidence(found),
    clocks: (seen.clocks ?? []).map(clock => shownClock(clock, language)),
    messages: shownMessages(found),
    answers: shownAnswers(found),
    decisions: shownDecisions(found),
    timeline: (seen.events ?? []).map(event => shownEvent(event, language)),
    commands: [...commands],
    links: caseLinks(summary.reference),
  };
}
