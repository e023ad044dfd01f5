import type { Values } from './store.ts';

type Json = Record<string, unknown>;

const LISTS = ['remedySought', 'vulnerability'];
const ORGANISATION = ['organisationName', 'organisationNumber'];

function filled(values: Values): [string, readonly string[]][] {
  return Object.entries(values)
    .map(([name, texts]): [string, readonly string[]] => [name, texts.filter(text => text.trim() !== '')])
    .filter(([, texts]) => texts.length > 0);
}

/** One text, or several: a group of boxes with one tick is still a list on the server's side. */
function single(texts: readonly string[]): string | readonly string[] {
  return texts.length === 1 ? (texts[0] ?? '') : texts;
}

/** The day and the time of day have fields of their own: many know the day only. */
function joinTime(complaint: Json, day: string, time: string): void {
  if (typeof complaint[day] === 'string' && typeof complaint[time] === 'string')
    complaint[day] = `${complaint[day]}T${complaint[time]}`;
  delete complaint[time];
}

/** The rows of a repeated group: `attempts.0.on`, `attempts.0.channel`, … */
function rowsIn(fields: readonly [string, readonly string[]][], group: string): readonly Json[] {
  const rows = new Map<number, Json>();
  for (const [name, [text]] of fields) {
    const [row, key] = name.startsWith(`${group}.`) ? name.slice(group.length + 1).split('.') : [];
    if (row === undefined || key === undefined) continue;
    rows.set(Number(row), { ...rows.get(Number(row)), [key]: text });
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, answers]) => answers);
}

function factsIn(fields: readonly [string, readonly string[]][]): Json {
  const facts: Json = {};
  for (const [name, texts] of fields) {
    const [, key = '', row] = name.split('.');
    if (name.startsWith('facts.'))
      facts[key] = row === undefined ? single(texts) : rowsIn(fields, `facts.${key}`);
  }
  return facts;
}

/** The complaint that the filing API reads, from the answers as they stand in the form's fields. */
export function complaintOf(values: Values): Readonly<Json> {
  const fields = filled(values);
  const complaint: Json = { remedySought: [], attempts: rowsIn(fields, 'attempts') };
  const issues: string[] = [];
  for (const [name, texts] of fields) {
    if (name.startsWith('issues.')) issues.push(...texts);
    else if (LISTS.includes(name)) complaint[name] = texts;
    else if (!name.includes('.')) complaint[name] = single(texts);
  }
  joinTime(complaint, 'startedAt', 'startedTime');
  joinTime(complaint, 'endedAt', 'endedTime');
  if (complaint.ongoing === 'yes') delete complaint.endedAt;
  if (complaint.track === 'consumer') for (const name of ORGANISATION) delete complaint[name];
  return { ...complaint, facts: factsIn(fields), issues: [...new Set(issues)] };
}
