import type { SeenDisputedIssue, SeenEvent } from '#app/domain/access/seen-case.ts';
import type { EventType } from '#app/domain/case/events.ts';
import { formatDateTime, formatList } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { Section } from '../page-title.tsx';
import { Timeline } from '../timeline.tsx';
import { issueTexts } from './complaint-part.tsx';

const IMPORTANT: readonly EventType[] = [
  'filed',
  'served',
  'answered',
  'disputed',
  'clock-breached',
  'escalated',
  'deemed-upheld',
  'decided',
];

type T = ReturnType<typeof useT>;

/** A staff member by name and house; parties without an account by what they are. */
function actorText({ actorRole, actorName, actorOrganisation }: SeenEvent, t: T): string | null {
  if (actorRole === 'system') return null;
  const name = actorRole === 'complainant' ? null : actorName;
  return [name, actorOrganisation ?? t(`domain:role.${actorRole}`)].filter(Boolean).join(' · ');
}

function EventBody({ event }: { event: SeenEvent }) {
  const t = useT('domain');
  return (
    <>
      {event.byIssue.map(about => (
        <DisputedIssue key={about.issue} about={about} />
      ))}
      {event.details.length === 0 || event.byIssue.length > 0 ? null : (
        <p>{event.details.map(key => t(key)).join(' · ')}</p>
      )}
      {event.fileName === null ? null : (
        <p>
          <bdi>{event.fileName}</bdi>
        </p>
      )}
      {event.message === null ? null : (
        <blockquote className="whitespace-pre-line" dir="auto">
          {event.message}
        </blockquote>
      )}
    </>
  );
}

/** Why the complainant does not call one issue solved, with the words and the proof that belong to it. */
function DisputedIssue({ about: { issue, reasons, message, fileNames } }: { about: SeenDisputedIssue }) {
  const t = useT('domain');
  const { language } = useApp();
  return (
    <>
      <p>
        <strong>{issueTexts(t, [issue])[0]}</strong>
      </p>
      <p>
        {formatList(
          reasons.map(key => t(key)),
          language,
        )}
      </p>
      {message === null ? null : (
        <blockquote className="whitespace-pre-line" dir="auto">
          {message}
        </blockquote>
      )}
      {fileNames.map(name => (
        <p key={name}>
          <bdi>{name}</bdi>
        </p>
      ))}
    </>
  );
}

/** What happened, newest first, in plain words with what was written on each occasion. */
export function TimelinePart({ events }: { events: readonly SeenEvent[] | undefined }) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  if (events === undefined) return null;
  const newestFirst = [...events].reverse();
  return (
    <Section title={t('case.timeline')} id="timeline">
      <Timeline
        entries={newestFirst.map(event => ({
          key: String(event.seq),
          dateTime: event.at,
          dateText: formatDateTime(event.at, language, timeZone),
          title: t(`domain:event.${event.type}`),
          actor: actorText(event, t),
          important: IMPORTANT.includes(event.type),
          body:
            event.details.length > 0 || event.fileName !== null || event.message !== null ? (
              <EventBody event={event} />
            ) : null,
        }))}
      />
    </Section>
  );
}
