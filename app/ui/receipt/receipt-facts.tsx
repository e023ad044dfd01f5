import { type EvidenceKind, kindOf } from '#app/domain/evidence/media-types.ts';
import { hexOf, type ReceiptContent } from '#app/domain/receipt/receipt-text.ts';
import { formatBytes, formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { DefinitionList } from '../lists.tsx';
import { Reference } from '../tag.tsx';

/** Texts of `common:file` by the kind of a file. */
export const FILE_KIND_TEXTS = {
  image: 'photo',
  pdf: 'document',
  audio: 'audio',
  video: 'video',
  email: 'mail',
} as const satisfies Record<EvidenceKind, string>;

/** What a genuine receipt proves, in words. */
export function ReceiptFacts({ content, keyId }: { content: ReceiptContent; keyId: string }) {
  const t = useT('receipt');
  const { language, timeZone } = useApp();
  return (
    <DefinitionList
      items={[
        { term: t('facts.reference'), value: <Reference>{content.reference}</Reference> },
        {
          term: t('facts.filedAt'),
          value: (
            <time dateTime={content.filedAt}>
              {formatDateTime(content.filedAt, language, timeZone, 'long')}
            </time>
          ),
        },
        { term: t('facts.regulator'), value: <bdi>{content.regulator}</bdi> },
        { term: t('facts.operator'), value: <bdi>{content.operator}</bdi> },
        { term: t('facts.category'), value: t(`taxonomy:category.${content.category}.label`) },
        { term: t('facts.files'), value: <FiledFiles evidence={content.evidence} /> },
        { term: t('facts.statement'), value: <Fingerprint hash={content.statement} /> },
        { term: t('facts.head'), value: <Fingerprint hash={content.head} /> },
        { term: t('facts.key'), value: <Reference>{keyId}</Reference> },
      ]}
    />
  );
}

function Fingerprint({ hash }: { hash: string }) {
  return (
    <span className="fingerprint" dir="ltr">
      {hexOf(hash)}
    </span>
  );
}

function FiledFiles({ evidence }: Pick<ReceiptContent, 'evidence'>) {
  const t = useT('receipt');
  const { language } = useApp();
  if (evidence.length === 0) return t('facts.noFiles');
  return (
    <ol className="filed-files">
      {evidence.map(([hash, bytes, mediaType]) => (
        <li key={hash}>
          {t(`common:file.${FILE_KIND_TEXTS[kindOf(mediaType)]}`)}, {formatBytes(bytes, language)}
          <br />
          <Fingerprint hash={hash} />
        </li>
      ))}
    </ol>
  );
}
