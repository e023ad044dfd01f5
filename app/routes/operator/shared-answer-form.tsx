import { useT } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SHARED_VARIABLES } from '#app/usecases/desk/answer-cases.server.ts';
import { AnswerFields } from './answer-form.tsx';
import type { BulkState } from './bulk-order.server.ts';

interface SharedAnswerFormProps {
  readonly state: BulkState;
  readonly back: string;
  /** The preview found cases that take the answer. */
  readonly runs: boolean;
}

const VARIABLES = SHARED_VARIABLES.map(name => `{{${name}}}`).join(' ');

/** One answer for all chosen cases: written, previewed case by case, then sent. */
export function SharedAnswerForm({ state, back, runs }: SharedAnswerFormProps) {
  const t = useT('desk');
  const fields = useFormFields({ values: state.values ?? {}, errors: state.errors });
  const { cases, query, issues, blocked } = state;
  if (blocked) return <Notice kind="warning">{t('bulk.reason.needs-approval')}</Notice>;
  return (
    <PostForm>
      <HiddenFields values={{ do: 'answer', cases, query }} />
      <p>
        {t('bulk.variables')} <bdi dir="ltr">{VARIABLES}</bdi>
      </p>
      <p>{t('bulk.noFiles')}</p>
      <AnswerFields
        asked={issues.map(issue => ({ issue, dispute: null, earlier: null }))}
        fields={fields}
        proofs={[]}
        filesApart
      />
      <ButtonRow>
        <Button name="step" value="preview" look={runs ? 'secondary' : 'primary'}>
          {t('bulk.again')}
        </Button>
        {runs ? (
          <Button name="step" value="run" confirm={t('bulk.confirmAnswer')}>
            {t('bulk.run.answer')}
          </Button>
        ) : null}
        <LinkButton href={back} look="plain">
          {t('beside.back')}
        </LinkButton>
      </ButtonRow>
    </PostForm>
  );
}
