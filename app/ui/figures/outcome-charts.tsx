import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import type { FigureSet } from '#app/domain/statistics/figure-set.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { StackedShare } from '../charts/stacked-share.tsx';
import { useFigureFormat } from '../figure-format.ts';
import type { LinkToCases } from './link-to-cases.ts';

const OUTCOMES = {
  declared: [
    'remedied_with_money',
    'remedied_without_money',
    'explained',
    'rejected',
    'not_our_customer',
    'duplicate',
  ],
  confirmed: ['confirmed', 'unconfirmed'],
  decided: ['upheld', 'partly_upheld', 'not_upheld', 'deemed_upheld'],
} as const satisfies Record<string, readonly CountedMeasure[]>;

interface OutcomeRow {
  readonly label: string;
  /** Unset for the row of all. */
  readonly operator?: string;
  readonly figures: FigureSet;
}

/**
 * What operators declared, complainants confirmed and the regulator decided: three figures of three parties, in three
 * drawings, which are never added up.
 */
export function OutcomeCharts({ rows, linkTo }: { rows: readonly OutcomeRow[]; linkTo: LinkToCases }) {
  const t = useT('figures');
  const format = useFigureFormat();
  return (
    <div className="grid gap-x-8 xl:grid-cols-3">
      {(['declared', 'confirmed', 'decided'] as const).map(party => (
        <StackedShare
          key={party}
          id={`outcomes-${party}`}
          title={t(`outcomes.${party}.title`)}
          note={t(`outcomes.${party}.note`)}
          labelHeading={t('operators.operator')}
          parts={OUTCOMES[party].map(measure => ({ key: measure, label: t(`measure.${measure}`) }))}
          rows={rows.map(({ label, operator, figures }) => ({
            key: label,
            label,
            values: OUTCOMES[party].map(part => figures.measures[part]),
            hrefs: OUTCOMES[party].map(measure =>
              linkTo(operator === undefined ? { measure } : { measure, operator }),
            ),
          }))}
          formatCount={format.count}
          formatShare={format.share}
        />
      ))}
    </div>
  );
}
