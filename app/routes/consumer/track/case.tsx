import { data } from 'react-router';
import { complainantOf, isTerminal } from '#app/domain/case/states.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { PrintButton } from '#app/ui/button.tsx';
import { CaseClocks } from '#app/ui/case/case-clocks.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { ReceiptAgain } from '#app/ui/receipt/receipt-again.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { readCollectiveCase } from '#app/usecases/collective/queries/collective-case.server.ts';
import type { OwnClock } from '#app/usecases/complaints/queries/complainant-view.ts';
import { hasRated } from '#app/usecases/complaints/rate-experience.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/case.ts';
import { AnswersOfOperator } from './answer-of-operator.tsx';
import { CaseEvidence } from './case-evidence.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { CollectivePart } from './collective-part.tsx';
import { Conversation } from './conversation.tsx';
import { DecisionOfRegulator } from './decision-of-regulator.tsx';
import { filedSections } from './filed-sections.server.ts';
import { FiledSummary } from './filed-summary.tsx';
import { NextStepPanel } from './next-step-panel.tsx';
import { loadOpenCase, PRIVATE_PAGE, requireComplainant } from './open-case.server.ts';
import { openQuestion } from './open-question.ts';
import { LeaveCase, OtherCommands } from './other-commands.tsx';
import { QuestionToYou } from './question-to-you.tsx';
import { StateTag } from './state-tag.tsx';

const DONE = [
  'reply',
  'message',
  'evidence',
  'withdrawn',
  'judged',
  'notifications',
  'corrected',
  'erasure',
] as const;

export async function loader({ request }: Route.LoaderArgs) {
  const complainant = await requireComplainant(request);
  const view = await loadOpenCase(request);
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const done = new URL(request.url).searchParams.get('done');
  return data(
    {
      view,
      question: openQuestion(view),
      mayRate: isTerminal(view.standing.state) && !(await hasRated(complainant)),
      collective: view.standing.collective ? await readCollectiveCase(complainantOf(view.id), view.id) : null,
      filed: filedSections(view.seen, { language, profile }),
      done: DONE.find(known => known === done) ?? null,
    },
    { headers: PRIVATE_PAGE },
  );
}

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders;
}

/** The clocks besides the one that the panel above speaks of. */
function OtherDeadlines({ clocks = [], awaited }: { clocks?: readonly OwnClock[]; awaited: string | null }) {
  const others = clocks.filter(({ id }) => id !== awaited);
  return others.length === 0 ? null : <CaseClocks clocks={others} besides={awaited !== null} />;
}

export default function OpenedCase({ loaderData }: Route.ComponentProps) {
  const t = useT('track');
  const { view, question, filed, done, mayRate } = loaderData;
  const { seen, standing, commands } = view;
  const summary = seen['case-summary'];
  if (summary === undefined) return null;
  const operator = summary.operator.name;
  const evidence = seen['evidence-copy'] ?? [];
  const judged = standing.state === 'disputed' ? 'disputed' : 'accepted';
  return (
    <PublicLayout current="track">
      <PageTitle
        caption={<Reference>{summary.reference}</Reference>}
        windowTitle={t('case.window', { reference: summary.reference })}
        aside={<StateTag state={standing.state} />}
      >
        {t('case.title', { operator })}
      </PageTitle>
      {done ? (
        <Notice kind="success" live>
          {t(`done.${done === 'judged' ? judged : done}`, { operator })}
        </Notice>
      ) : null}
      <NextStepPanel view={view}>
        {question ? <QuestionToYou question={question} operator={operator} /> : null}
      </NextStepPanel>
      {loaderData.collective ? (
        <CollectivePart
          collective={loaderData.collective}
          mayPropose={commands.includes('propose-public-text')}
        />
      ) : null}
      <DecisionOfRegulator decisions={seen.decision ?? []} />
      <AnswersOfOperator responses={seen.responses ?? []} evidence={evidence} operator={operator} />
      <Conversation
        messages={seen.messages ?? []}
        operator={operator}
        mayWrite={commands.includes('send-message')}
      />
      <Section title={t('timeline.title')}>
        <CaseTimeline seen={seen} operator={operator} />
      </Section>
      <OtherDeadlines clocks={seen.clocks} awaited={view.next.clockId} />
      <CaseEvidence evidence={evidence} mayAdd={commands.includes('add-evidence')} operator={operator} />
      <OtherCommands commands={commands} mayRate={mayRate} />
      <FiledSummary sections={filed} filedAt={summary.filedAt} assisted={summary.assisted} />
      <ReceiptAgain />
      <div className="no-print mt-8 flex flex-wrap gap-3">
        <PrintButton />
        <LeaveCase />
      </div>
    </PublicLayout>
  );
}
