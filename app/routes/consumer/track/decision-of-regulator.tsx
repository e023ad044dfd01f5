import { formatDateTime, formatDays, formatMoney } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { OwnDecision } from '#app/usecases/complaints/queries/complainant-view.ts';

function Decision({ decision }: { decision: OwnDecision }) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const { outcome, reasons, remedy, remedyDays, amount, at } = decision;
  const items = [
    { term: t('decision.outcome'), value: t(`domain:regulatorOutcome.${outcome}`) },
    { term: t('decision.reasons'), value: <Words text={reasons} /> },
    { term: t('decision.remedy'), value: remedy ? <Words text={remedy} /> : null },
    { term: t('decision.amount'), value: amount ? formatMoney(amount, language) : null },
    { term: t('decision.within'), value: remedyDays === null ? null : formatDays(remedyDays, language) },
  ];
  return (
    <Section title={t('decision.title')}>
      <p className="muted">{t('decision.at', { date: formatDateTime(at, language, timeZone, 'long') })}</p>
      <DefinitionList items={items.filter(({ value }) => value !== null)} />
    </Section>
  );
}

function Words({ text }: { text: string }) {
  return (
    <div className="whitespace-pre-line" dir="auto">
      {text}
    </div>
  );
}

export function DecisionOfRegulator({ decisions }: { decisions: readonly OwnDecision[] }) {
  return decisions.map(decision => <Decision key={decision.id} decision={decision} />);
}
