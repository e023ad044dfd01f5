import type { Language } from '#app/domain/shared/language.ts';
import { translator } from '#app/i18n/i18n.ts';
import type { CaseView, OwnEvent } from '#app/usecases/complaints/queries/complainant-view.ts';
import { complaintLinks } from './links.server.ts';
import { shownClock } from './shown-clock.ts';

function shownEvent({ seq, type, at, actorRole }: OwnEvent, language: Language) {
  return { seq, type, at, by: actorRole, text: translator(language, 'domain')(`event.${type}`) };
}

/** A case as the API shows it to its complainant: who filed and how to reach them stays out of it. */
export function shownCase({ standing, next, seen }: CaseView, language: Language) {
  const summary = seen['case-summary'];
  const { kind, party, dueAt, overdue, paused, consequence } = next;
  return {
    reference: summary?.reference,
    state: standing.state,
    stateText: translator(language, 'domain')(`state.${standing.state}`),
    filedAt: summary?.filedAt,
    closedAt: summary?.closedAt,
    operator: summary?.operator,
    service: summary?.service,
    category: summary?.category,
    issues: summary?.issues,
    region: summary?.region,
    next: { kind, party, dueAt, overdue, paused, consequence },
    outcomes: summary?.outcomes,
    answers: seen.responses?.map(({ number, at, message, items }) => ({ number, at, message, items })),
    decisions: seen.decision?.map(({ id: _, ...decision }) => decision),
    messages: seen.messages?.map(({ kind: about, authorRole, body, at }) => ({
      kind: about,
      by: authorRole,
      body,
      at,
    })),
    evidence: seen['evidence-copy']?.map(({ fileName, mediaType, size, sha256, uploadedAt }) => ({
      ...{ fileName, mediaType, size, sha256, uploadedAt },
    })),
    clocks: seen.clocks?.map(clock => ({
      ...shownClock(clock, language),
      state: clock.state,
      startedAt: clock.startedAt,
    })),
    timeline: seen.events?.map(event => shownEvent(event, language)),
    links: complaintLinks(summary?.reference ?? ''),
  };
}
