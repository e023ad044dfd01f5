import type { ReactNode } from 'react';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { DeviceCopy } from './device-copy.tsx';
import { FilingMode, useFiler } from './filing-mode.tsx';
import { hrefOf, NAMED_STEPS, type NamedStep, pageBefore } from './step-paths.ts';

interface StepPageProps {
  readonly step: NamedStep;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly errors?: FieldErrors | undefined;
  /** Labels of the page's fields, for the error summary. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What went wrong beyond fields. */
  readonly problem?: ReactNode;
  /** Where "Back" leads, if not to the step before. */
  readonly back?: string;
  /** Until when the draft is kept; null before there is one. */
  readonly expiresAt?: string | null;
  readonly children: ReactNode;
}

/** One page of the filing journey: where one is, what was refused, the question, and what is kept. */
export function StepPage(props: StepPageProps) {
  const { step, title, lead, errors, labels, problem, expiresAt, children } = props;
  const t = useT('filing');
  const filer = useFiler();
  const byOfficer = filer?.kind === 'officer';
  const back = props.back ?? pageBefore(step);
  const steps = NAMED_STEPS.map(key => ({ key, label: t(`step.${key}`), href: hrefOf(key) }));
  return (
    <PublicLayout current="file" wide={byOfficer}>
      <Steps steps={steps} current={step} />
      {back ? (
        <p className="mb-4">
          <a href={back} className="inline-flex min-h-11 items-center">
            {t('back')}
          </a>
        </p>
      ) : null}
      <FilingMode />
      {filer === null && expiresAt ? <DeviceCopy /> : null}
      <ErrorSummary errors={errors} labels={labels}>
        {problem}
      </ErrorSummary>
      <PageTitle lead={lead}>{title}</PageTitle>
      {byOfficer ? (
        <div className="dense" data-focus-first="">
          {children}
        </div>
      ) : (
        children
      )}
      {expiresAt ? <KeptDraft expiresAt={expiresAt} /> : null}
    </PublicLayout>
  );
}

function KeptDraft({ expiresAt }: { expiresAt: string }) {
  const t = useT('filing');
  const { language, timeZone, sharedComputer } = useApp();
  return (
    <div className="muted mt-10 border-t border-line pt-3 text-[0.9375rem]">
      <p>
        {sharedComputer
          ? t('start:keep.whatShared')
          : `${t('draft.kept', { date: formatDate(expiresAt, language, timeZone) })} ${t('draft.shared')}`}
      </p>
      <p data-copied="" hidden>
        {t('offline:ahead.copied')}
      </p>
      <p className="flex flex-wrap gap-x-6">
        <a href={hrefOf('keep')} className="inline-flex min-h-11 items-center">
          {t('start:keep.link')}
        </a>
        <a href={hrefOf('delete')} className="inline-flex min-h-11 items-center">
          {t('draft.delete')}
        </a>
      </p>
    </div>
  );
}

export function ContinueButton() {
  const t = useT('filing');
  return <Button>{t('continue')}</Button>;
}
