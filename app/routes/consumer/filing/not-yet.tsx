import { redirect } from 'react-router';
import type { Admissibility } from '#app/domain/routing/admissibility.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { admissibilityOfDraft } from '#app/usecases/complaints/drafts/read-draft.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/not-yet.ts';
import { StepPage } from './step-page.tsx';
import { hrefOf } from './step-paths.ts';
import { NO_STORE, openStep } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const { draft, now, language } = await openStep(request, 'wish');
  const profile = activeProfile();
  const verdict = admissibilityOfDraft(draft.answers, { profile, now });
  const next = hrefOf(nextStepOf(draft.answers));
  if (verdict === null || verdict.ok) throw redirect(next);
  const rule = profile.admissibility.text[language];
  return { verdict, next, rule, expiresAt: draft.expiresAt.toISOString() };
}

/** Says early, and kindly, that the regulator can't take the complaint today, and what to do instead. */
export default function NotYet({ loaderData }: Route.ComponentProps) {
  const t = useT('filing');
  const { language, timeZone } = useApp();
  const { verdict, next, rule, expiresAt } = loaderData;
  const kept = formatDate(expiresAt, language, timeZone);
  return (
    <StepPage
      step="attempts"
      title={t(`notYet.${verdict.reason}.title`)}
      back={hrefOf('attempts')}
      expiresAt={expiresAt}
    >
      <p>
        <NotYetText verdict={verdict} />
      </p>
      <p className="muted mt-3">
        {t('notYet.rule')} {rule}
      </p>
      {verdict.reason === 'too-late' ? null : <p className="mt-3">{t('notYet.kept', { date: kept })}</p>}
      <div className="mt-6">
        <ButtonRow>
          {verdict.reason === 'too-late' ? null : <LinkButton href={next}>{t('notYet.prepare')}</LinkButton>}
          <LinkButton href={hrefOf('attempts')} look="secondary">
            {t('notYet.change')}
          </LinkButton>
        </ButtonRow>
      </div>
    </StepPage>
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
