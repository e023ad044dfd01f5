import { redirect } from 'react-router';
import type { Admissibility } from '#app/domain/routing/admissibility.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Details } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { cancelPlan, leaveDraft } from '#app/usecases/complaints/drafts/draft-plan.server.ts';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { admissibilityOfDraft } from '#app/usecases/complaints/drafts/read-draft.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/not-yet.ts';
import { leaveOf } from './leave-draft.server.ts';
import { LeaveDraft } from './leave-draft.tsx';
import { StepPage } from './step-page.tsx';
import { hrefOf } from './step-paths.ts';
import { NO_STORE, openStep } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'wish');
  const { draft, now, language } = opened;
  const profile = activeProfile();
  const verdict = admissibilityOfDraft(draft.answers, { profile, now });
  const next = hrefOf(nextStepOf(draft.answers));
  if (verdict === null || verdict.ok) throw redirect(next);
  const { text, source, assumed } = profile.admissibility;
  return {
    verdict,
    next,
    rule: { text: text[language], source, assumed: assumed === true },
    operator: profile.operators.find(({ id }) => id === draft.answers.service?.operatorId)?.name ?? '',
    leave: await leaveOf(opened),
    expiresAt: draft.expiresAt.toISOString(),
  };
}

/** Leaves the draft until its day, or cancels that. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const { token, language, now } = await openStep(request, 'wish');
  const raw = formValues(await readForm(request));
  try {
    if (raw.intent === 'cancel') await cancelPlan(token);
    else await leaveDraft({ token, raw, language, now });
    return redirect(hrefOf('not-yet'), { status: 303 });
  } catch (error) {
    return refuse(error, raw);
  }
}

/** Says early, and kindly, that the regulator can't take the complaint today, and what to do instead. */
export default function NotYet({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('start');
  const { verdict, next, rule, operator, leave, expiresAt } = loaderData;
  const errors = actionData?.errors;
  const labels = { email: t('plan.email'), phone: t('plan.phone'), consent: t('plan.consent') };
  const tooLate = verdict.reason === 'too-late';
  return (
    <StepPage
      step="attempts"
      title={t(`filing:notYet.${verdict.reason}.title`)}
      lead={<NotYetText verdict={verdict} />}
      back={hrefOf('attempts')}
      errors={errors}
      labels={labels}
      expiresAt={expiresAt}
    >
      <Details summary={t('plan.why')}>
        <p>{rule.text}</p>
        <p className="muted mt-2">
          {rule.assumed ? t('plan.assumed') : t('plan.source', { source: `\u2068${rule.source}\u2069` })}
        </p>
      </Details>
      {tooLate ? null : <WhatNow operator={operator} day={leave?.day ?? null} reason={verdict.reason} />}
      <ButtonRow>
        {tooLate ? null : <LinkButton href={next}>{t('filing:notYet.prepare')}</LinkButton>}
        <LinkButton href={hrefOf('attempts')} look="secondary">
          {t('filing:notYet.change')}
        </LinkButton>
      </ButtonRow>
      {leave ? (
        <div className="mt-8">
          <LeaveDraft {...leave} values={actionData?.values} errors={errors} />
        </div>
      ) : null}
    </StepPage>
  );
}

interface WhatNowProps {
  readonly operator: string;
  readonly day: string | null;
  readonly reason: string;
}

function WhatNow({ operator, day, reason }: WhatNowProps) {
  const t = useT('start');
  const { language, timeZone } = useApp();
  return (
    <Section title={t('plan.firstTitle')}>
      <p>{t('plan.write', { operator: `\u2068${operator}\u2069` })}</p>
      <p className="my-3">
        <LinkButton href={hrefOf('letter')} look="secondary">
          {t('plan.letter')}
        </LinkButton>
      </p>
      <p>{t('plan.note')}</p>
      {day !== null && reason === 'operator-not-contacted' ? (
        <p className="mt-3">{t('plan.fromIf', { date: formatDate(day, language, timeZone) })}</p>
      ) : null}
    </Section>
  );
}

/** Why not today, and from which day, in one paragraph. */
export function NotYetText({ verdict }: { verdict: Exclude<Admissibility, { ok: true }> }) {
  const t = useT('filing');
  const { language, timeZone } = useApp();
  const day = (date: string) => formatDate(date, language, timeZone);
  switch (verdict.reason) {
    case 'too-early':
      return t('notYet.too-early.text', { date: day(verdict.earliestOn) });
    case 'too-late':
      return t('notYet.too-late.text', { date: day(verdict.latestOn) });
    case 'operator-not-contacted':
      return t('notYet.operator-not-contacted.text');
  }
}
