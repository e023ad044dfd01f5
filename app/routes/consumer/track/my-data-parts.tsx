import type { Retention } from '#app/domain/profile/profile.ts';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { Refused } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { ErasureStanding } from '#app/usecases/retention/erasure-standing.server.ts';

type Stored = Readonly<Record<string, string | null | undefined>>;

interface CorrectionProps {
  readonly stored: Stored;
  readonly labels: Readonly<Record<string, string>>;
  readonly isBusiness: boolean;
  readonly refused: Refused | undefined;
}

function given(stored: Stored): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, value ?? '']));
}

/** Who the complainant is and how to reach them, to be put right. */
export function CorrectionForm({ stored, labels, isBusiness, refused }: CorrectionProps) {
  const t = useT('rights-data');
  const { field } = useFormFields({ values: refused?.values ?? given(stored), errors: refused?.errors });
  const labelled = (name: string) => ({ ...field(name), label: labels[name] ?? name });
  return (
    <PostForm>
      <p className="mb-4">{t('correct.lead')}</p>
      <TextField {...labelled('name')} required autoComplete="name" />
      <TextField {...labelled('lineNumber')} type="tel" dir="ltr" width="medium" />
      {isBusiness || stored.organisationName ? <TextField {...labelled('organisationName')} /> : null}
      <TextField {...labelled('email')} type="email" autoComplete="email" />
      <TextField {...labelled('phone')} type="tel" autoComplete="tel" width="medium" />
      <ButtonRow>
        <Button look="secondary">{t('correct.submit')}</Button>
      </ButtonRow>
    </PostForm>
  );
}

interface ErasureProps {
  readonly erasure: ErasureStanding;
  readonly retention: Retention;
  /** Code of what is wrong with the tick. */
  readonly error: string | undefined;
}

function ErasureText({ erasure }: { erasure: ErasureStanding }) {
  const t = useT('rights-data');
  const { language, timeZone } = useApp();
  const day = (date: string) => formatDate(date, language, timeZone, 'long');
  switch (erasure.kind) {
    case 'over':
      return <p>{t('erase.over', { date: day(erasure.on), sooner: day(erasure.sooner) })}</p>;
    case 'asked':
      return <Notice>{t('erase.asked', { date: day(erasure.on) })}</Notice>;
    case 'erased':
      return <Notice>{t('erase.erased')}</Notice>;
    default:
      return <p>{t('erase.open')}</p>;
  }
}

/** When the data goes by itself, and the way to have it go sooner. */
export function ErasurePart({ erasure, retention, error }: ErasureProps) {
  const t = useT('rights-data');
  const { language } = useApp();
  const years = formatNumber(retention.years, language);
  return (
    <>
      <ErasureText erasure={erasure} />
      {erasure.kind === 'over' ? (
        <PostForm action="/track/case/my-data?erase">
          <Checkbox
            name="sure"
            label={t('erase.sure')}
            error={error && t(`errors:field.${error}`)}
            required
          />
          <ButtonRow>
            <Button look="danger">{t('erase.submit')}</Button>
          </ButtonRow>
        </PostForm>
      ) : null}
      <p className="hint mt-4">{t('erase.keep', { years, source: `\u2068${retention.source}\u2069` })}</p>
    </>
  );
}
