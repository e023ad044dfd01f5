import { useT } from '#app/i18n/use-translation.ts';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import type { Route } from './+types/docs.ts';
import { OperationPart, TypePart } from './doc-parts.tsx';
import { apiDocument } from './openapi-document.server.ts';
import { readableDocument } from './readable-document.server.ts';

export function loader() {
  return readableDocument(apiDocument());
}

/** The API for people: the same document, in our own page. */
export default function Docs({ loaderData: { description, operations, types } }: Route.ComponentProps) {
  const t = useT('api');
  return (
    <PublicLayout wide>
      <PageTitle lead={t('docs.lead')}>{t('docs.title')}</PageTitle>
      <p>
        <a href="/api/openapi.json">{t('docs.download')}</a>
      </p>
      <p className="muted">{t('docs.english')}</p>
      <div lang="en" dir="ltr">
        {description.split('\n\n').map(paragraph => (
          <p key={paragraph}>{paragraph.replaceAll('`', '')}</p>
        ))}
      </div>
      <Section title={t('docs.contents')}>
        <ul lang="en" dir="ltr">
          {operations.map(({ id, summary }) => (
            <li key={id}>
              <a href={`#${id}`}>{summary}</a>
            </li>
          ))}
        </ul>
      </Section>
      {operations.map(operation => (
        <OperationPart key={operation.id} operation={operation} />
      ))}
      <Section title={t('docs.schemas')} id="types">
        {types.map(type => (
          <TypePart key={type.name} type={type} />
        ))}
      </Section>
    </PublicLayout>
  );
}
