import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { SummaryList } from '#app/ui/lists.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { OwnSummary } from '#app/usecases/complaints/queries/complainant-view.ts';
import type { CheckSection } from '../filing/check-sections.ts';

interface FiledSummaryProps {
  readonly sections: readonly CheckSection[];
  readonly filedAt: string;
  readonly assisted: OwnSummary['assisted'];
}

/** What was filed, as it stood on the page that asked to check it. */
export function FiledSummary({ sections, filedAt, assisted }: FiledSummaryProps) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  return (
    <Section title={t('filed.title')} id="filed">
      <p className="muted">{t('filed.at', { date: formatDateTime(filedAt, language, timeZone, 'long') })}</p>
      {assisted ? (
        <p>
          {t('tracks:assisted.shown', {
            channel: t(`tracks:channel.${assisted.channel}`),
            date: formatDateTime(assisted.on, language, timeZone),
          })}
        </p>
      ) : null}
      {sections.map(({ step, rows }) => (
        <section key={step} className="mt-6">
          <h3>{t(`filing:step.${step}`)}</h3>
          <SummaryList
            rows={rows.map(({ label, value }) => ({
              label,
              value: value && <span dir="auto">{value}</span>,
            }))}
          />
        </section>
      ))}
    </Section>
  );
}
