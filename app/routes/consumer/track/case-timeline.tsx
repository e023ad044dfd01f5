import type { ReactNode } from 'react';
import type { EventPayload } from '#app/domain/case/events.ts';
import type { ClockKind } from '#app/domain/deadline/rule.ts';
import { isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDateTime, formatList } from '#app/i18n/format.ts';
import { issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { OwnEvent, OwnFields } from '#app/usecases/complaints/queries/complainant-view.ts';
import { spokenOf } from './conversation.tsx';

type Seen = Partial<OwnFields>;

const IMPORTANT: readonly OwnEvent['type'][] = [
  'filed',
  'served',
  'answered',
  'disputed',
  'accepted',
  'decided',
];

/** Events that say of which deadline they speak. */
const OF_CLOCKS: readonly OwnEvent['type'][] = ['clock-breached', 'breach-published', 'clock-resumed'];

/** What you did or were asked: told to you, where others read of the complainant. */
const OF_YOU = [
  'information-requested',
  'returned-for-information',
  'information-provided',
  'accepted',
  'disputed',
  'confirmation-lapsed',
  'withdrawn',
  'message-sent',
  'operator-wrote',
  'personal-data-corrected',
  'erasure-requested',
] as const satisfies readonly OwnEvent['type'][];

function titleOf(t: ReturnType<typeof useT>, type: OwnEvent['type']): string {
  const yours = OF_YOU.find(known => known === type);
  return yours ? t(`event.${yours}`) : t(`domain:event.${type}`);
}

type Disputed = EventPayload<'disputed'>;

/** What you said of one issue, with the words and the proof that belong to it. */
function OneIssue({ about, seen }: { about: NonNullable<Disputed['byIssue']>[number]; seen: Seen }) {
  const t = useT('domain');
  const { language } = useApp();
  const { issue, reasons, messageId, evidenceIds } = about;
  const words = seen.messages?.find(({ id }) => id === messageId)?.body;
  const files = seen['evidence-copy']?.filter(({ id }) => evidenceIds.includes(id)) ?? [];
  const why = formatList(
    reasons.map(reason => t(`disputeReason.${reason}`)),
    language,
  );
  return (
    <div className="mb-2">
      <p>
        <strong>{isIssueAddress(issue) ? issueLabel(t, issue) : issue}</strong>
      </p>
      <p>{why}</p>
      {words ? (
        <p className="whitespace-pre-line" dir="auto">
          {words}
        </p>
      ) : null}
      {files.map(({ id, fileName }) => (
        <p key={id}>
          <bdi>{fileName}</bdi>
        </p>
      ))}
    </div>
  );
}

/** The reasons that an event states by code. */
function Reasons({ event, seen }: { event: OwnEvent; seen: Seen }) {
  const t = useT('domain');
  const { language } = useApp();
  const { payload } = event;
  if ('byIssue' in payload && payload.byIssue) {
    return payload.byIssue.map(about => <OneIssue key={about.issue} about={about} seen={seen} />);
  }
  if (event.type === 'disputed' && 'reasons' in payload) {
    const issues = payload.issues.map(issue => (isIssueAddress(issue) ? issueLabel(t, issue) : issue));
    return (
      <>
        <p className="muted">{formatList(issues, language)}</p>
        <ul className="plain mb-2">
          {payload.reasons.map(reason => (
            <li key={reason}>{t(`disputeReason.${reason}`)}</li>
          ))}
        </ul>
      </>
    );
  }
  if (event.type === 'declared-inadmissible' && 'reason' in payload) {
    return <p>{t(`inadmissibilityReason.${payload.reason}`)}</p>;
  }
  if (event.type === 'closed' && 'reason' in payload) return <p>{t(`closingReason.${payload.reason}`)}</p>;
  return OF_CLOCKS.includes(event.type) && 'clock' in payload ? (
    <p>{t(`clock.${payload.clock as ClockKind}`)}</p>
  ) : null;
}

/** What was written, or the file that was added. */
function contentOf({ payload }: OwnEvent, seen: Partial<OwnFields>): ReactNode {
  if ('messageId' in payload) {
    const { messageId } = payload;
    const message = seen.messages?.find(({ id }) => id === messageId);
    // What belongs to the conversation is read there, once.
    return message?.body && spokenOf([message]).length === 0 ? (
      <p className="whitespace-pre-line" dir="auto">
        {message.body}
      </p>
    ) : null;
  }
  if (!('evidenceId' in payload)) return null;
  const { evidenceId } = payload;
  const file = seen['evidence-copy']?.find(({ id }) => id === evidenceId);
  return file ? <bdi>{file.fileName}</bdi> : null;
}

/** Everything that happened, with what was written, in the order in which it happened. */
export function CaseTimeline({ seen, operator }: { seen: Partial<OwnFields>; operator: string }) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const actors: Readonly<Record<string, string>> = {
    complainant: t('party.you'),
    liaison: operator,
    system: t('party.portal'),
  };
  const entries = (seen.events ?? []).map(event => {
    const content = contentOf(event, seen);
    return {
      key: String(event.seq),
      dateTime: event.at,
      dateText: formatDateTime(event.at, language, timeZone),
      title: titleOf(t, event.type),
      actor: actors[event.actorRole] ?? t('party.regulator'),
      important: IMPORTANT.includes(event.type),
      body: (
        <>
          <Reasons event={event} seen={seen} />
          {content}
        </>
      ),
    };
  });
  return <Timeline entries={entries} />;
}
