import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import type { FilingStep } from '#app/usecases/complaints/drafts/filing-steps.ts';

interface StepSectionProps {
  readonly step: FilingStep | 'issues' | 'check';
  /** The named step of the progress line, when it is not this one. */
  readonly partOf?: FilingStep;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One page of the offline wizard; its script shows one at a time, under the page's only heading. */
export function StepSection({ step, partOf, title, lead, children }: StepSectionProps) {
  const t = useT('filing');
  return (
    <div
      data-step={step}
      data-part-of={partOf}
      data-name={step === 'issues' ? t('problem.issues') : t(`step.${step}`)}
      data-title={title}
      data-lead={lead}
      hidden
    >
      {children}
    </div>
  );
}
