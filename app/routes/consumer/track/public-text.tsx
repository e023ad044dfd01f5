import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { proposePublicText } from '#app/usecases/collective/propose-public-text.server.ts';
import {
  ProposePublicText,
  PUBLIC_TEXT_LENGTH,
  PUBLIC_TITLE_LENGTH,
} from '#app/usecases/collective/public-text.schema.ts';
import type { Route } from './+types/public-text.ts';
import { CommandPage } from './command-page.tsx';
import { giveCommand } from './give-command.server.ts';
import { loadForCommand } from './open-case.server.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const { standing } = await loadForCommand(request, 'propose-public-text');
  return { standing };
}

export function action({ request }: Route.ActionArgs) {
  return giveCommand(request, 'public-text', ({ values, command }) => {
    const read = ProposePublicText.safeParse(values);
    if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
    return proposePublicText({ ...command, text: read.data });
  });
}

/** Each language by its own name, for those who read it. */
function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

export default function PublicText({ loaderData: { standing }, actionData }: Route.ComponentProps) {
  const t = useT('collective');
  const { language } = useApp();
  const { field } = useFormFields(actionData ?? { values: { language } });
  const labels = {
    title: t('propose.textTitle'),
    body: t('propose.text'),
    language: t('propose.language'),
  };
  return (
    <CommandPage
      title={t('propose.title')}
      lead={t('propose.lead')}
      refused={actionData}
      {...{ standing, labels }}
    >
      <PostForm>
        <HiddenFields values={{ expectedVersion: String(standing.version) }} />
        <TextField {...field('title')} label={labels.title} maxLength={PUBLIC_TITLE_LENGTH.max} required />
        <TextArea
          {...field('body')}
          label={labels.body}
          hint={t('propose.textHint')}
          rows={10}
          maxLength={PUBLIC_TEXT_LENGTH.max}
          required
        />
        <SelectField
          {...field('language')}
          label={labels.language}
          options={LANGUAGES.map(value => ({ value, label: languageName(value) }))}
          empty={false}
          required
        />
        <ButtonRow>
          <Button>{t('propose.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </CommandPage>
  );
}
