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
  /** Null where the portal's own working value stands in for a rule that nobody has published. */
  readonly source: string | null;
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

/** A rule of the procedure in the reader's language: what is assumed has no source to name. */
export function ruleLines(
  rules: readonly Omit<Right, 'categories'>[],
  language: Language,
): readonly RightLine[] {
  return rightLines(rules, language).map(line => (line.assumed ? { ...line, source: null } : line));
}

/** What a page about one category says of its rights. */
export function rightsOf(
  category: Category | null,
  rights: readonly Right[],
  language: Language,
): readonly RightLine[] {
  return category === null ? [] : rightLines(rightsFor(category, rights), language);
}

/** Whole abbreviations end a source as they end a sentence: no second full stop. */
function sentence(t: ReturnType<typeof useT>, source: string): string {
  return t('source', { source: `\u2068${source}\u2069` }).replace(/\.\u2069\.$/, '.\u2069');
}

function SourceOf({ source, assumed }: Pick<RightLine, 'source' | 'assumed'>) {
  const t = useT('rights');
  if (source === null) return t('workingValue');
  return assumed ? `${sentence(t, source)} ${t('assumed')}` : sentence(t, source);
}

/** Rights in plain words, each with its source. */
export function RightsList({ lines }: { lines: readonly RightLine[] }) {
  return (
    <ul className="grid gap-3">
      {lines.map(({ id, text, source, assumed }) => (
        <li key={id}>
          <p>{text}</p>
          <p className="muted text-[0.9375rem]">
            <SourceOf source={source} assumed={assumed} />
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
