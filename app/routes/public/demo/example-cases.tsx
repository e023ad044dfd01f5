import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import type { ExampleCase } from '#app/usecases/demonstration/read-demonstration.server.ts';

interface ExampleCasesProps {
  /** Where the texts of the cases are: `stories.<key>` or `trials.<key>`. */
  readonly group: 'stories' | 'trials';
  readonly cases: readonly ExampleCase<string>[];
}

function Example({ group, example }: { group: ExampleCasesProps['group']; example: ExampleCase<string> }) {
  const t = useT('demo');
  const tDomain = useT('domain');
  const { key, reference, code, state, operatorName, workers } = example;
  return (
    <article className="panel">
      <div className="section-head">
        <h3>{t(`${group}.${key}.title`)}</h3>
        <Tag>{tDomain(`state.${state}`)}</Tag>
      </div>
      <p className="mb-3">{t(`${group}.${key}.text`)}</p>
      <DefinitionList
        items={[
          { term: t('operator'), value: <bdi>{operatorName}</bdi> },
          { term: t('reference'), value: <Reference>{reference}</Reference> },
          { term: t('code'), value: <Reference>{code}</Reference> },
        ]}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <Opening action="/track" values={{ reference, code }} text={t('follow')} />
        {workers.liaison === null ? null : (
          <Opening values={{ email: workers.liaison, reference }} text={t('openAtOperator')} />
        )}
        {workers.officer === null ? null : (
          <Opening values={{ email: workers.officer, reference }} text={t('openAtRegulator')} />
        )}
      </div>
    </article>
  );
}

interface OpeningProps {
  /** This page's own without one: it signs in and leads to the case. */
  readonly action?: string;
  readonly values: { readonly reference: string; readonly email?: string; readonly code?: string };
  readonly text: string;
}

/** A button that opens the case as one of those whom it concerns. */
function Opening({ action, values, text }: OpeningProps) {
  const t = useT('demo');
  return (
    <PostForm action={action} inline>
      <HiddenFields values={values} />
      <Button look="secondary" small>
        {text} <span className="sr-only">{t('followWhat', { reference: values.reference })}</span>
      </Button>
    </PostForm>
  );
}

/** Example cases with their receipts, each with the way to follow it as its complainant. */
export function ExampleCases({ group, cases }: ExampleCasesProps) {
  return (
    <div className="grid items-start gap-x-5 md:grid-cols-2">
      {cases.map(example => (
        <Example key={example.key} group={group} example={example} />
      ))}
    </div>
  );
}
