import { differenceOf } from '#app/domain/collective/public-page.ts';

interface TextDifferenceProps {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

/** A text with what was taken out struck through and what was put in underlined, also for screen readers. */
export function TextDifference({ before, after, language }: TextDifferenceProps) {
  const parts = differenceOf(before, after).map((part, index) => ({ ...part, key: `${index}-${part.kind}` }));
  return (
    <p className="whitespace-pre-line" lang={language} dir="auto">
      {parts.map(({ kind, text, key }) => {
        if (kind === 'removed') return <del key={key}>{text}</del>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}
