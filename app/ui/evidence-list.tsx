import type { ReactNode } from 'react';
import { formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from './app-context.tsx';
import { CopyButton } from './button.tsx';
import { Details } from './notice.tsx';
import { Reference, Tag, type TagTone } from './tag.tsx';

interface Player {
  readonly kind: 'audio' | 'video';
  readonly src: string;
  readonly fileName: string;
}

interface Pages {
  /** Of the first pages. */
  readonly pictures: readonly string[];
  /** Of the whole document. */
  readonly count: number;
}

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
  /** The cleaned recording. */
  readonly player?: Player | undefined;
  /** A document's first pages as pictures. */
  readonly pages?: Pages | undefined;
  /** Only for who may see originals. */
  readonly originalHref?: string | undefined;
  readonly sha256?: string | undefined;
  /** "Being checked", "Refused: not readable" when it can't be viewed. */
  readonly stateText?: string | undefined;
  readonly stateTone?: TagTone | undefined;
  /** What else is said of the file: who opened it, what the scanner found. */
  readonly notes?: ReactNode;
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
        <p className="muted">{[item.kindText, item.sizeText, item.addedText].filter(Boolean).join(' · ')}</p>
        <State item={item} />
        {item.player ? <PlayerOf player={item.player} /> : null}
        {item.pages ? <PagesOf pages={item.pages} copyHref={item.previewHref} /> : null}
        {item.notes}
        <Original item={item} />
      </div>
      {item.actions ? <div className="evidence-actions">{item.actions}</div> : null}
    </li>
  );
}

/** A word that catches the eye where something is held back; plain words otherwise. */
function State({ item: { stateText, stateTone = 'neutral' } }: { item: EvidenceItem }) {
  if (!stateText) return null;
  return <p>{stateTone === 'neutral' ? stateText : <Tag tone={stateTone}>{stateText}</Tag>}</p>;
}

function Original({ item: { sha256, originalHref } }: { item: EvidenceItem }) {
  const t = useT('ui');
  return (
    <>
      {sha256 ? (
        <p className="muted evidence-hash">
          {t('evidence.hash')} <Reference>{`${sha256.slice(0, 12)}…`}</Reference> <CopyButton text={sha256} />
        </p>
      ) : null}
      {originalHref ? (
        <p>
          <a href={originalHref}>{t('evidence.original')}</a>
        </p>
      ) : null}
    </>
  );
}

/** Nothing is fetched before somebody presses play. */
function PlayerOf({ player: { kind, src, fileName } }: { player: Player }) {
  const t = useT('custody');
  const Tag = kind;
  const label = t(`play.${kind}`, { name: fileName });
  return <Tag className="evidence-player" controls preload="none" src={src} aria-label={label} />;
}

/** Pictures load once the pages are unfolded: a folded page is a page that nobody opened. */
function PagesOf({ pages: { pictures, count }, copyHref }: { pages: Pages; copyHref: string | undefined }) {
  const t = useT('custody');
  const { language } = useApp();
  const counted = (number: number) => ({ count: number, number: formatNumber(number, language) });
  const more = count - pictures.length;
  return (
    <Details summary={t('pages.summary', counted(count))}>
      <ul className="evidence-pages">
        {pictures.map((src, index) => (
          <li key={src}>
            <img
              src={src}
              alt={t('pages.alt', { number: formatNumber(index + 1, language) })}
              loading="lazy"
              decoding="async"
            />
          </li>
        ))}
      </ul>
      {more > 0 && copyHref ? (
        <p>
          <a href={copyHref}>{t('pages.more', counted(more))}</a>
        </p>
      ) : null}
    </Details>
  );
}
