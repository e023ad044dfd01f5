import { useT } from '#app/i18n/use-translation.ts';

export interface Step {
  readonly key: string;
  readonly label: string;
  /** Where a step already passed can be changed. */
  readonly href?: string;
}

/** Named steps: the current one in words on a phone, all of them on a wide screen. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: string }) {
  const t = useT('ui');
  const position = steps.findIndex(step => step.key === current);
  return (
    <nav className="steps" aria-label={t('steps.label')}>
      <p className="steps-now">
        {t('steps.now', { position: position + 1, total: steps.length, label: steps[position]?.label ?? '' })}
      </p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={index < position ? 'done' : index === position ? 'current' : undefined}
            aria-current={index === position ? 'step' : undefined}
          >
            {index < position && step.href ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
            {index < position ? <span className="sr-only"> {t('steps.done')}</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
