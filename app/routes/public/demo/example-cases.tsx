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
  const { key, reference, code, state, operatorName } = example;
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
      <div className="mt-3">
        <PostForm action="/track">
          <HiddenFields values={{ reference, code }} />
          <Button look="secondary">
            {t('follow')} <span className="sr-only">{t('followWhat', { reference })}</span>
          </Button>
        </PostForm>
      </div>
    </article>
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
