import { offlineScripts } from 'virtual:enhance-scripts';
import { localeOf } from '#app/i18n/format.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { FILING_STEPS } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { START_PATH } from '../filing/step-paths.ts';
import type { Route } from './+types/wizard.ts';
import { CardTemplates } from './cards.tsx';
import { IssuesStep, ProblemStep, ServiceStep, WhenStep, WhoStep } from './first-steps.tsx';
import {
  AttemptsStep,
  CheckStep,
  ContactStep,
  ContinueRow,
  EvidenceStep,
  FactsStep,
  FactTemplates,
  WishStep,
} from './later-steps.tsx';
import { offlineRules, offlineTexts } from './offline-given.ts';
import { RowTemplates } from './row-templates.tsx';

const NAMED = [...FILING_STEPS, 'check'] as const;

export function loader({ request }: Route.LoaderArgs) {
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const given = JSON.stringify({
    locale: localeOf(language),
    texts: offlineTexts(language),
    rules: offlineRules(profile),
  });
  return { given, profile, emergencyNote: profile.emergencyNote?.[language] };
}

/** The whole wizard on one page that holds nothing personal: kept on the device, it works without a network. */
export default function OfflineWizard({ loaderData }: Route.ComponentProps) {
  const t = useT('offline');
  const { given, profile, emergencyNote } = loaderData;
  const { regulator } = useApp();
  return (
    <PublicLayout current="file">
      <title>{`${t('title')} · ${regulator}`}</title>
      <noscript>
        <Notice kind="warning" title={t('noScript.title')}>
          <p>{t('noScript.text')}</p>
          <p>
            <a href={START_PATH}>{t('ui:layout.file')}</a>
          </p>
        </Notice>
      </noscript>
      <SharedComputer />
      <div id="offline" data-given={given} hidden>
        <div data-cards="" />
        <p className="mb-6">
          <button type="button" className="btn btn-secondary" data-another="" hidden>
            {t('another')}
          </button>
        </p>
        <div data-wizard="" hidden>
          <Where />
          <Progress />
          <div data-faults="" />
          <div className="page-title" data-heading="">
            <div>
              <h1 data-title="" tabIndex={-1}>
                {t('title')}
              </h1>
              <p className="lead" data-lead="" hidden />
            </div>
          </div>
          <form id="offline-form" method="post" noValidate autoComplete="on">
            <WhoStep profile={profile} emergencyNote={emergencyNote} />
            <ServiceStep profile={profile} />
            <ProblemStep profile={profile} />
            <IssuesStep profile={profile} />
            <WhenStep profile={profile} />
            <FactsStep />
            <AttemptsStep profile={profile} />
            <WishStep />
            <EvidenceStep profile={profile} />
            <ContactStep />
            <CheckStep />
            <ContinueRow />
          </form>
        </div>
        <Forget />
        <p data-forgotten="" tabIndex={-1} hidden>
          {t('forget.done')}
        </p>
      </div>
      <CardTemplates />
      <RowTemplates />
      <FactTemplates profile={profile} />
      <script type="module" src={offlineScripts.script} />
    </PublicLayout>
  );
}

/** Where the answers are, at every moment. */
function Where() {
  return (
    <div className="notice notice-info" data-where="">
      <p className="notice-title" data-network="" role="status" />
      <p data-kept="" role="status" />
      <p data-online="" dir="auto" hidden />
    </div>
  );
}

function Progress() {
  const t = useT('filing');
  return (
    <>
      <nav className="steps" aria-label={t('ui:steps.label')}>
        <p className="steps-now" data-step-now="" />
        <ol>
          {NAMED.map(step => (
            <li key={step} data-nav={step}>
              <a href={`#${step}`}>{t(`step.${step}`)}</a>
              <span className="sr-only" data-done="" hidden>
                {' '}
                {t('ui:steps.done')}
              </span>
            </li>
          ))}
        </ol>
      </nav>
      <p className="mb-4">
        <button type="button" className="btn btn-plain" data-back="" hidden>
          {t('back')}
        </button>
      </p>
    </>
  );
}

function Forget() {
  const t = useT('offline');
  return (
    <div className="mt-10 border-t border-line pt-3">
      <Details summary={t('forget.title')}>
        <p className="mb-4">{t('forget.text')}</p>
        <button type="button" className="btn btn-danger" data-forget="">
          {t('forget.button')}
        </button>
      </Details>
    </div>
  );
}

function SharedComputer() {
  const t = useT('offline');
  return (
    <div data-shared="" hidden>
      <Notice kind="warning" title={t('shared.title')}>
        <p>{t('shared.text')}</p>
        <p className="button-row">
          <LinkButton href={START_PATH}>{t('ui:layout.file')}</LinkButton>
          <button type="button" className="btn btn-secondary" data-forget-shared="">
            {t('forget.button')}
          </button>
        </p>
      </Notice>
    </div>
  );
}
