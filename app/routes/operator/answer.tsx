import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { AnswersPart } from '#app/ui/case/answers-part.tsx';
import { CaseClocks } from '#app/ui/case/case-clocks.tsx';
import { CaseHeading } from '#app/ui/case/case-heading.tsx';
import { AskedPart, FactsPart, NarrativePart } from '#app/ui/case/complaint-part.tsx';
import { PersonPart } from '#app/ui/case/person-part.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import type { Route } from './+types/answer.ts';
import { AnswerForm, WaitingAnswer } from './answer-form.tsx';
import { useAnswerLabels } from './answer-issue.tsx';
import { AlikeNotice, ProposalNotice, WritersNotice } from './answer-notices.tsx';
import { giveAnswer } from './give-answer.server.ts';
import { loadAnswerPage } from './load-answer-page.server.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { stillAbout } from './still-about.ts';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const saved = new URL(request.url).searchParams.get('done') === 'draft';
  const loaded = await orErrorPage(() => loadAnswerPage(staff, params.reference, now().toISOString()));
  return { staff: nameOf(staff), saved, ...loaded };
}

export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'operator');
  const instant = now().toISOString();
  const found = await orErrorPage(() => readCasePage(staff, params.reference, instant));
  return giveAnswer({ request, staff, now: instant, found });
}

type Loaded = Route.ComponentProps['loaderData'];
type Refused = Route.ComponentProps['actionData'];

/** What the answer is about, beside the form. */
function Recap({ found }: Pick<Loaded, 'found'>) {
  const { summary, seen } = found;
  return (
    <>
      {seen.clocks === undefined ? null : (
        <CaseClocks
          clocks={seen.clocks}
          served={{ deliveries: seen.deliveries, servedAt: summary.servedAt }}
        />
      )}
      <AskedPart summary={summary} />
      <PersonPart seen={seen} language={summary.language} />
      <NarrativePart narrative={seen.narrative} />
      <FactsPart found={found} />
      <AnswersPart
        answers={seen.responses}
        decisions={seen.decision}
        currency={summary.currency}
        files={seen['evidence-copy']}
      />
    </>
  );
}

/** What became of what was typed: kept, restored, checked. */
function StateNotices({ loaded, refused }: { loaded: Loaded; refused: Refused }) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  const { draft, saved } = loaded;
  if (refused?.kind === 'draft-conflict') {
    return (
      <Notice kind="warning" live>
        <p>{t('draft.conflict')}</p>
      </Notice>
    );
  }
  if (refused?.kind === 'checked') {
    return (
      <Notice kind="success" live>
        <p>{t('check.ok')}</p>
      </Notice>
    );
  }
  if (refused !== undefined || draft === null) return null;
  const date = formatDateTime(draft.savedAt, language, timeZone);
  return (
    <Notice kind={saved ? 'success' : 'info'} live={saved}>
      <p>{saved ? t('draft.saved', { time: date }) : t('draft.restored', { date })}</p>
    </Notice>
  );
}

function Closed({ reference }: { reference: string }) {
  const t = useT('operator');
  return (
    <Notice kind="warning">
      <p>{t('answer.closed')}</p>
      <p className="mt-3">
        <LinkButton look="secondary" href={`/operator/cases/${reference}`}>
          {t('answer.back')}
        </LinkButton>
      </p>
    </Notice>
  );
}

function Lead({ loaded }: { loaded: Loaded }) {
  const t = useT('answering');
  const { asked, sending, found, proposal } = loaded;
  if (sending === 'approve')
    return <p className="lead mb-4">{t('second.readerLead', { author: proposal?.author })}</p>;
  return (
    <div className="mb-4">
      <noscript>
        <p>{t('withoutScripts')}</p>
      </noscript>
      <p className="lead">
        {t(asked.some(({ dispute }) => dispute) ? 'dispute.only' : 'operator:answer.lead')}
      </p>
      {sending === 'submit' ? <p>{t('second.lead')}</p> : null}
      {found.commands.includes('misdirect') ? (
        <p className="muted">
          {t('notOurs')} <a href={`/operator/cases/${found.summary.reference}`}>{t('notOursLink')}</a>
        </p>
      ) : null}
    </div>
  );
}

export default function AnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('operator');
  const refused = stillAbout(actionData, loaderData);
  const { staff, found, held, asked, writers, proposal, templates, sending, values, revision } = loaderData;
  const labels = {
    ...useAnswerLabels(asked.map(({ issue }) => issue)),
    remark: t('answering:second.remark'),
    'annex.description': t('tracks:annex.description'),
  };
  const open = found.commands.includes('answer');
  const shownForm = (open && sending !== null) || refused !== undefined;
  return (
    <OperatorPage staff={staff} current="case">
      <CaseHeading found={found} title={t('answer.title')} />
      <WritersNotice writers={writers} live />
      <ProposalNotice proposal={proposal} found={found} />
      {actionData?.kind === 'refused' ? <RefusalNotice code={actionData.code} /> : null}
      {shownForm && refused === undefined ? <Lead loaded={loaderData} /> : null}
      <ErrorSummary errors={refused?.errors} labels={labels} />
      <AlikeNotice comparison={refused?.comparison} />
      <StateNotices loaded={loaderData} refused={refused} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0">
          {open ? null : <Closed reference={found.summary.reference} />}
          {shownForm ? (
            <AnswerForm
              {...{ found, held, asked, templates, refused, revision }}
              proposalId={proposal?.state === 'waiting' ? proposal.id : null}
              sending={sending ?? 'send'}
              values={refused?.values ?? values}
            />
          ) : null}
          {open && !shownForm ? <WaitingAnswer {...{ found, held, asked, values }} /> : null}
        </div>
        <div className="min-w-0">
          <Recap found={found} />
        </div>
      </div>
    </OperatorPage>
  );
}
