import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { issueTexts } from '#app/ui/case/complaint-part.tsx';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details } from '#app/ui/notice.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import type { CommandsProps } from './case-command-props.ts';

/** What is being done and until when, while the answer is still owed. */
export function AnswerInterim({ found, refused }: CommandsProps) {
  const t = useT('answering');
  const own = refused?.command === 'answer-interim' ? refused : undefined;
  const { field } = useFormFields({ values: own?.values ?? {}, errors: own?.errors });
  return (
    <Details summary={t('domain:command.answer-interim')} open={own !== undefined}>
      <PostForm>
        <HiddenFields values={{ command: 'answer-interim', version: found.version }} />
        <TextArea
          {...field('answer-interim.doing')}
          label={t('interim.doing')}
          hint={t('interim.hint')}
          rows={4}
          required
        />
        <DateField {...field('answer-interim.until')} label={t('interim.until')} required />
        <Button look="secondary">{t('interim.send')}</Button>
      </PostForm>
    </Details>
  );
}

/** What an answer promised has been done. */
export function KeepPromise({ found, refused }: CommandsProps) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  const own = refused?.command === 'keep-promise' ? refused : undefined;
  const { field, list } = useFormFields({ values: own?.values ?? {}, errors: own?.errors });
  const promises = found.standing.promises ?? [];
  const options = promises.map(({ issue, by }) => ({
    value: issue,
    label: t('promise.by', { issue: issueTexts(t, [issue])[0], date: formatDate(by, language, timeZone) }),
  }));
  return (
    <Details summary={t('domain:command.keep-promise')} open={own !== undefined}>
      <PostForm>
        <HiddenFields values={{ command: 'keep-promise', version: found.version }} />
        <CheckboxGroup {...list('keep-promise.issues')} label={t('promise.issues')} options={options} />
        <TextArea {...field('keep-promise.report')} label={t('promise.report')} rows={4} required />
        <Button look="secondary">{t('promise.send')}</Button>
      </PostForm>
    </Details>
  );
}
