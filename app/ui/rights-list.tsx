import type { Right } from '#app/domain/profile/rights.ts';
import { rightsFor } from '#app/domain/profile/rights.ts';
import type { Language } from '#app/domain/shared/language.ts';
import type { Category } from '#app/domain/taxonomy/taxonomy.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Details } from './notice.tsx';

/** A right in the reader's language. */
export interface RightLine {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly assumed: boolean;
}

export function rightLines(
  rights: readonly Omit<Right, 'categories'>[],
  language: Language,
): readonly RightLine[] {
  return rights.map(({ id, text, source, assumed }) => ({
    id,
    text: text[language],
    source,
    assumed: assumed === true,
  }));
}

/** What a page about one category says of its rights. */
export function rightsOf(
  category: Category | null,
  rights: readonly Right[],
  language: Language,
): readonly RightLine[] {
  return category === null ? [] : rightLines(rightsFor(category, rights), language);
}

/** Rights in plain words, each with its source. */
export function RightsList({ lines }: { lines: readonly RightLine[] }) {
  const t = useT('rights');
  return (
    <ul className="grid gap-3">
      {lines.map(({ id, text, source, assumed }) => (
        <li key={id}>
          <p>{text}</p>
          <p className="muted text-[0.9375rem]">
            {t('source', { source: `\u2068${source}\u2069` })} {assumed ? t('assumed') : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The rights that concern a page's category, behind a summary; nothing where there are none. */
export function RightsDetails({ lines }: { lines: readonly RightLine[] }) {
  const t = useT('rights');
  if (lines.length === 0) return null;
  return (
    <Details summary={t('summary')}>
      <RightsList lines={lines} />
      <p className="mt-3">
        <a href="/rights" className="inline-flex min-h-11 items-center">
          {t('more')}
        </a>
      </p>
    </Details>
  );
}
