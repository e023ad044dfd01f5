import { useT } from '#app/i18n/use-translation.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ReadableField, ReadableOperation, ReadableType } from './readable-document.server.ts';

interface FieldTableProps {
  readonly id: string;
  readonly caption: string;
  readonly fields: readonly ReadableField[];
  /** Whether they are in the path, the query or a header. */
  readonly placed?: boolean;
}

function FieldTable({ id, caption, fields, placed = false }: FieldTableProps) {
  const t = useT('api');
  if (fields.length === 0) return null;
  const where = { key: 'where', header: t('docs.where'), cell: (field: ReadableField) => field.where };
  return (
    <DataTable
      id={id}
      caption={caption}
      rows={fields}
      rowKey={({ name, where: place }) => `${place} ${name}`}
      columns={[
        {
          key: 'name',
          header: t('docs.parameter'),
          cell: ({ name }) => <code dir="ltr">{name}</code>,
          rowHeader: true,
        },
        ...(placed ? [where] : []),
        {
          key: 'type',
          header: t('docs.type'),
          cell: ({ type, required }) => (
            <>
              <span lang="en" dir="ltr">
                {type}
              </span>{' '}
              {required ? <Tag>{t('docs.required')}</Tag> : null}
            </>
          ),
        },
        {
          key: 'meaning',
          header: t('docs.meaning'),
          cell: ({ description }) => (
            <span lang="en" dir="ltr">
              {description.replaceAll('`', '')}
            </span>
          ),
        },
      ]}
    />
  );
}

interface ErrorTableProps extends Pick<ReadableOperation, 'id' | 'errors'> {
  readonly caption: string;
}

function ErrorTable({ id, caption, errors }: ErrorTableProps) {
  const t = useT('api');
  return (
    <DataTable
      id={`${id}-errors`}
      caption={caption}
      rows={errors}
      rowKey={({ code }) => code}
      columns={[
        { key: 'status', header: t('docs.status'), cell: ({ status }) => status, tight: true },
        {
          key: 'code',
          header: t('docs.code'),
          cell: ({ code }) => <code dir="ltr">{code}</code>,
          rowHeader: true,
        },
        {
          key: 'meaning',
          header: t('docs.meaning'),
          cell: ({ title }) => (
            <span lang="en" dir="ltr">
              {title}
            </span>
          ),
        },
      ]}
    />
  );
}

/** One operation: its address, what it takes, a call of it, what it answers and refuses. */
export function OperationPart({ operation }: { operation: ReadableOperation }) {
  const t = useT('api');
  const { id, summary, description, method, path, parameters, body, answer, errors, curl } = operation;
  // Each table is a region of the page, which screen readers list by name.
  const about = (part: 'parameters' | 'body' | 'errors') => `${summary}: ${t(`docs.${part}`)}`;
  return (
    <Section title={<span lang="en">{summary}</span>} id={id}>
      <p dir="ltr">
        <Tag tone={method === 'GET' ? 'neutral' : 'accent'}>{method}</Tag>{' '}
        <code className="break-all">{path}</code>
      </p>
      <p lang="en" dir="ltr">
        {description.replaceAll('`', '')}
      </p>
      <h3 className="mt-4 mb-2">{t('docs.example')}</h3>
      <pre className="whitespace-pre-wrap break-words rounded border p-3 text-sm" dir="ltr">
        {curl}
      </pre>
      {answer === null ? null : (
        <p className="my-3">
          {t('docs.answer')}: <a href={`#type-${answer}`}>{answer}</a>
        </p>
      )}
      <Details summary={t('docs.parameters')}>
        <FieldTable id={`${id}-parameters`} caption={about('parameters')} fields={parameters} placed />
        <FieldTable id={`${id}-body`} caption={about('body')} fields={body} />
      </Details>
      <Details summary={t('docs.errors')}>
        <ErrorTable id={id} caption={about('errors')} errors={errors} />
      </Details>
    </Section>
  );
}

/** One type of the document. */
export function TypePart({ type: { name, description, fields } }: { type: ReadableType }) {
  return (
    <div id={`type-${name}`}>
      <h3 dir="ltr">{name}</h3>
      {description === '' ? null : (
        <p lang="en" dir="ltr">
          {description}
        </p>
      )}
      <FieldTable id={`fields-${name}`} caption={name} fields={fields} />
    </div>
  );
}
