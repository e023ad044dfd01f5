import { data } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { CORRECTABLE, readCorrection } from '#app/usecases/retention/correct-data.schema.ts';
import { correctData } from '#app/usecases/retention/correct-data.server.ts';
import { erasureStanding } from '#app/usecases/retention/erasure-standing.server.ts';
import { requestErasure } from '#app/usecases/retention/request-erasure.server.ts';
import type { Route } from './+types/my-data.ts';
import { CasePart } from './case-part.tsx';
import { accepted, giveCommand, type Submission } from './give-command.server.ts';
import { CorrectionForm, ErasurePart } from './my-data-parts.tsx';
import { loadOpenCase, PRIVATE_PAGE } from './open-case.server.ts';

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: Route.LoaderArgs) {
  const view = await loadOpenCase(request);
  const { seen, commands } = view;
  const { retention } = activeProfile();
  const erasure = erasureStanding(view, now().toISOString());
  return data(
    {
      reference: seen['case-summary']?.reference ?? '',
      isBusiness: seen['case-summary']?.track === 'business',
      stored: { ...seen.identity, ...seen.contact },
      mayCorrect: commands.includes('correct-data') && erasure.kind !== 'erased',
      ...{ erasure, retention },
    },
    { headers: PRIVATE_PAGE },
  );
}

function correct({ values, command }: Submission) {
  const context = { profile: activeProfile(), now: command.now };
  return correctData({ ...command, correction: accepted(readCorrection(values, context)) });
}

function erase({ values, command }: Submission) {
  if (values.sure === undefined)
    throw new AppError('invalid-input', { fields: { sure: { code: 'required' } } });
  return requestErasure(command);
}

export function action({ request }: Route.ActionArgs) {
  const erases = new URL(request.url).searchParams.has('erase');
  return erases ? giveCommand(request, 'erasure', erase) : giveCommand(request, 'corrected', correct);
}

export default function MyData({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('rights-data');
  const { reference, stored, mayCorrect, erasure, retention, isBusiness } = loaderData;
  const labels = Object.fromEntries(CORRECTABLE.map(name => [name, t(`correct.${name}`)]));
  const summarised = { ...labels, sure: t('erase.sure') };
  return (
    <CasePart reference={reference} title={t('title')} lead={t('lead')}>
      <ErrorSummary errors={actionData?.errors} labels={summarised} />
      <Section title={t('export.title')}>
        <p className="mb-4">{t('export.text')}</p>
        <LinkButton href="/track/case/my-data/export" download look="secondary">
          {t('export.submit')}
        </LinkButton>
      </Section>
      {mayCorrect ? (
        <Section title={t('correct.title')}>
          <CorrectionForm {...{ stored, labels, isBusiness }} refused={actionData} />
        </Section>
      ) : null}
      <Section title={t('erase.title')}>
        <ErasurePart {...{ erasure, retention }} error={actionData?.errors.sure?.code} />
      </Section>
    </CasePart>
  );
}
