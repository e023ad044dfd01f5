import type { SeenCase } from '#app/domain/access/seen-case.ts';

/** The issues that can be called unsolved: those of the last answer, or of the complaint where it names none. */
export function issuesToJudge({ seen, summary }: SeenCase): readonly string[] {
  const answered = seen.responses?.at(-1)?.items.map(({ issue }) => issue) ?? [];
  return answered.length > 0 ? [...new Set(answered)] : summary.issues;
}
