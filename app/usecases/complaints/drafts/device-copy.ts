import { flatValues } from '#app/platform/http/form-values.server.ts';
import type { Draft } from './draft-access.server.ts';
import { complaintOf, type DraftAnswers } from './filing-steps.ts';

/** What the form's fields on a device hold, by their names. */
export type DeviceValues = Readonly<Record<string, readonly string[]>>;

/** Tracks that are filed without a network, too. */
const TRACKS: readonly unknown[] = ['consumer', 'business'];

/** Whether a device may hold a copy: of a person's or a business's own draft, not of what staff write for somebody. */
export function isForDevices({ filer, answers }: Pick<Draft, 'filer' | 'answers'>): boolean {
  return filer === null && (answers.who === undefined || TRACKS.includes(answers.who.track));
}

/** The day and the time of day have fields of their own. */
function momentParts(moment: unknown, day: string, time: string): Record<string, readonly string[]> {
  const [date, clock] = typeof moment === 'string' ? moment.split('T') : [];
  return { ...(date ? { [day]: [date] } : {}), ...(clock ? { [time]: [clock] } : {}) };
}

/** Issues are asked in one group for each category. */
function issueGroups(issues: unknown): Record<string, readonly string[]> {
  const groups: Record<string, string[]> = {};
  for (const issue of [issues ?? []].flat().map(String)) {
    const name = `issues.${issue.split('/')[0]}`;
    groups[name] = [...(groups[name] ?? []), issue];
  }
  return groups;
}

/** A draft's answers as the fields of the page that works without a network hold them. */
export function deviceValues(answers: DraftAnswers): DeviceValues {
  const { issues, startedAt, endedAt, ...others } = complaintOf(answers);
  const plain = Object.entries(flatValues(others)).map(([name, value]) => [name, [value].flat()] as const);
  return {
    ...Object.fromEntries(plain.filter(([, texts]) => texts.some(text => text !== ''))),
    ...issueGroups(issues),
    ...momentParts(startedAt, 'startedAt', 'startedTime'),
    ...momentParts(endedAt, 'endedAt', 'endedTime'),
  };
}
