import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { CopyButton } from './button.tsx';
import { Reference } from './tag.tsx';

export interface EvidenceItem {
  readonly id: string;
  readonly name: string;
  /** "Photo", "PDF document": translated. */
  readonly kindText: string;
  /** "2.4 MB": formatted. */
  readonly sizeText: string;
  readonly addedText?: string;
  /** Cleaned copy for viewing. */
  readonly previewHref?: string | undefined;
  /** A small image of the cleaned copy. */
  readonly thumbnailSrc?: string | undefined;
  /** Only for who may see originals. */
  readonly originalHref?: string | undefined;
  readonly sha256?: string | undefined;
  /** "Being checked", "Refused: not readable" when it can't be viewed. */
  readonly stateText?: string | undefined;
  /** Buttons such as "Remove". */
  readonly actions?: ReactNode;
}

export function EvidenceList({ items }: { items: readonly EvidenceItem[] }) {
  return (
    <ul className="evidence">
      {items.map(item => (
        <EvidenceRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function EvidenceRow({ item }: { item: EvidenceItem }) {
  const t = useT('ui');
  return (
    <li>
      {item.thumbnailSrc ? (
        <img src={item.thumbnailSrc} alt="" width={72} height={72} loading="lazy" decoding="async" />
      ) : null}
      <div className="evidence-text">
        <p className="evidence-name">
          {item.previewHref ? (
            <a href={item.previewHref}>
              <bdi>{item.name}</bdi>
            </a>
          ) : (
            <bdi>{item.name}</bdi>
          )}
        </p>
        <p className="muted">
          {[item.kindText, item.sizeText, item.addedText].filter(Boolean).join(' · ')}
          {item.stateText ? <> · {item.stateText}</> : null}
        </p>
        {item.sha256 ? (
          <p className="muted evidence-hash">
            {t('evidence.hash')} <Reference>{`${item.sha256.slice(0, 12)}…`}</Reference>{' '}
            <CopyButton text={item.sha256} />
          </p>
        ) : null}
        {item.originalHref ? (
          <p>
            <a href={item.originalHref}>{t('evidence.original')}</a>
          </p>
        ) : null}
      </div>
      {item.actions ? <div className="evidence-actions">{item.actions}</div> : null}
    </li>
  );
}
