import type { ReactNode } from 'react';
import { SITE_FIELDS } from '#app/domain/taxonomy/affected-sites.ts';
import { ATTEMPT_CHANNELS, ATTEMPT_RESULTS } from '#app/domain/taxonomy/asked-of-every-case.ts';
import { siteFieldLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { MoneyField } from '#app/ui/money-field.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { LATEST_DAY } from './latest-day.ts';

interface RowTemplateProps {
  readonly group: string;
  readonly remove: string;
  readonly children: ReactNode;
}

/** One row of a repeated group; the script writes its number in the place of `#`. */
function RowTemplate({ group, remove, children }: RowTemplateProps) {
  return (
    <template id={`row-${group}`}>
      <fieldset data-row="" className="mb-6 min-w-0 rounded border border-line px-4 pt-2">
        <legend className="px-1 font-bold" />
        {children}
        <p className="mb-4">
          <button type="button" className="btn btn-plain" data-remove-row="#">
            {remove}
          </button>
        </p>
      </fieldset>
    </template>
  );
}

function AttemptTemplate() {
  const t = useT('filing');
  const about = (key: string) => ({ name: `attempts.#.${key}`, label: t(`attempts.${key}`) });
  const channels = ATTEMPT_CHANNELS.map(value => ({ value, label: t(`taxonomy:attemptChannel.${value}`) }));
  const results = ATTEMPT_RESULTS.map(value => ({ value, label: t(`taxonomy:attemptResult.${value}`) }));
  return (
    <RowTemplate group="attempts" remove={t('attempts.remove')}>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <DateField {...about('on')} required max={LATEST_DAY} />
        <SelectField {...about('channel')} required options={channels} />
        <SelectField {...about('result')} required options={results} />
        <TextField {...about('ticket')} dir="ltr" />
      </div>
      <TextArea {...about('note')} rows={2} />
    </RowTemplate>
  );
}

function SiteTemplate() {
  const t = useT('facts');
  const group = 'facts.affectedSites';
  return (
    <RowTemplate group={group} remove={t('site.remove')}>
      {SITE_FIELDS.map(field => {
        const about = { name: `${group}.#.${field.key}`, label: siteFieldLabel(t, field.key) };
        if (field.type === 'money') return <MoneyField key={field.key} {...about} />;
        const place = field.type === 'text';
        return (
          <TextField
            key={field.key}
            {...about}
            required={place}
            dir={place ? 'auto' : 'ltr'}
            width={place ? 'full' : 'short'}
            inputMode={place ? 'text' : 'decimal'}
          />
        );
      })}
    </RowTemplate>
  );
}

export function RowTemplates() {
  return (
    <>
      <AttemptTemplate />
      <SiteTemplate />
    </>
  );
}
