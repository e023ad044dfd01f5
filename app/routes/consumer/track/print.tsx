import { data } from 'react-router';
import { formatDate, formatDateTime } from '#app/i18n/format.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { PrintButton } from '#app/ui/button.tsx';
import { useTraceRows } from '#app/ui/deadline/trace-rows.ts';
import { Section } from '#app/ui/page-title.tsx';
import type { OwnClock } from '#app/usecases/complaints/queries/complainant-view.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/print.ts';
import { AnswerOfOperator } from './answer-of-operator.tsx';
import { CaseEvidence } from './case-evidence.tsx';
import { CasePart } from './case-part.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { Conversation } from './conversation.tsx';
import { DecisionOfRegulator } from './decision-of-regulator.tsx';
import { filedSections } from './filed-sections.server.ts';
import { FiledSummary } from './filed-summary.tsx';
import { loadOpenCase, PRIVATE_PAGE } from './open-case.server.ts';

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: Route.LoaderArgs) {
  const { seen } = await loadOpenCase(request);
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const filed = filedSections(seen, { language, profile });
  return data({ seen, filed, now: now().toISOString() }, { headers: PRIVATE_PAGE });
}

/** A deadline with its rule and each day that was counted, open: paper folds nothing out. */
function Deadline({ clock }: { clock: OwnClock }) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const traceRows = useTraceRows();
  const { kind, rule, dueAt, dueOn, trace } = clock;
  const due = rule?.inHours
    ? formatDateTime(dueAt, language, timeZone)
    : formatDate(dueOn, language, timeZone);
  return (
    <>
      <h3 className="mt-6 mb-2">
        {t('common:labelled', {
          label: t(`domain:clock.${kind}`),
          value: due,
        })}
      </h3>
      <p>{rule?.text[language]}</p>
      <ul className="trace-on-paper">
        {traceRows(trace).map(({ key, date, text, count }) => (
          <li key={key}>
            {date} {[text, count].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The whole file in the order in which somebody would read it, for paper. */
export default function PrintedCase({ loaderData }: Route.ComponentProps) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const { seen, filed } = loaderData;
  const summary = seen['case-summary'];
  if (summary === undefined) return null;
  const operator = summary.operator.name;
  const evidence = seen['evidence-copy'] ?? [];
  const lead = t('print.printed', { date: formatDateTime(loaderData.now, language, timeZone, 'long') });
  return (
    <CasePart reference={summary.reference} title={t('print.title')} lead={lead}>
      <div className="no-print">
        <PrintButton />
      </div>
      <FiledSummary sections={filed} filedAt={summary.filedAt} assisted={summary.assisted} />
      <Section title={t('timeline.title')}>
        <CaseTimeline seen={seen} operator={operator} />
      </Section>
      <Conversation messages={seen.messages ?? []} operator={operator} mayWrite={false} />
      {(seen.responses ?? []).map(response => (
        <AnswerOfOperator key={response.id} {...{ response, evidence, operator }} />
      ))}
      <DecisionOfRegulator decisions={seen.decision ?? []} />
      <CaseEvidence evidence={evidence} mayAdd={false} operator={operator} />
      {seen.clocks?.length ? (
        <Section title={t('print.deadlines')}>
          {seen.clocks.map(clock => (
            <Deadline key={clock.id} clock={clock} />
          ))}
        </Section>
      ) : null}
    </CasePart>
  );
}
