import type { ReactNode } from 'react';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { SelectField } from '../choice-fields.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { PostForm } from '../form.tsx';
import { useFormFields } from '../form-fields.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { Details } from '../notice.tsx';
import { TextField } from '../text-fields.tsx';

interface InviteFormProps {
  readonly values: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly errors: FieldErrors | undefined;
  /** The fields that say what the person will be. */
  readonly roleFields: (fields: ReturnType<typeof useFormFields>) => ReactNode;
}

/** Invites somebody by mail. */
export function InviteForm({ values, errors, roleFields }: InviteFormProps) {
  const t = useT('people');
  const { language } = useApp();
  const fields = useFormFields({ values: { language, ...values }, errors });
  const labels = {
    name: t('name'),
    email: t('email'),
    role: t('role'),
    deskRole: t('role'),
    operatorId: t('operator'),
    language: t('language'),
  };
  return (
    <Details summary={t('invitation.title')} open={errors !== undefined}>
      <ErrorSummary errors={errors} labels={labels} />
      <p>{t('invitation.lead')}</p>
      <PostForm>
        <HiddenFields values={{ intent: 'invite' }} />
        <TextField {...fields.field('name')} label={labels.name} required />
        <TextField {...fields.field('email')} type="email" label={labels.email} required />
        {roleFields(fields)}
        <SelectField
          {...fields.field('language')}
          label={labels.language}
          empty={false}
          options={LANGUAGES.map(value => ({ value, label: t(`common:language.${value}`) }))}
          required
        />
        <Button>{t('invitation.send')}</Button>
      </PostForm>
    </Details>
  );
}
