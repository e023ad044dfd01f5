import type { Receipt, Refusal } from './store.ts';

/** What an answer to a filing means. */
export type Outcome =
  | { readonly kind: 'filed'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly onlineDraftGone: boolean }
  /** No word of ours: a portal of a hotel or an operator, a proxy, a server that is down. To be sent again. */
  | { readonly kind: 'unknown' };

export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

/** Refusals that sending the same again can't change. */
const FINAL: readonly number[] = [400, 409, 410, 413, 415, 422];

const PROBLEM = 'urn:recours:problem:';

const UNKNOWN: Outcome = { kind: 'unknown' };

type Json = Readonly<Record<string, unknown>>;

function jsonOf(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}

function textIn(json: Json, key: string): string {
  const value = json[key];
  return typeof value === 'string' ? value : '';
}

function filed(json: Json): Outcome {
  const receipt = {
    reference: textIn(json, 'reference'),
    code: textIn(json, 'code'),
    filedAt: textIn(json, 'filedAt'),
    ...(json.earlier === true ? { earlier: true } : {}),
  };
  const complete = json.state === 'filed' && receipt.reference !== '' && receipt.code !== '';
  return complete ? { kind: 'filed', receipt } : UNKNOWN;
}

function refused(json: Json): Outcome {
  const type = textIn(json, 'type');
  if (!type.startsWith(PROBLEM)) return UNKNOWN;
  const errors = Array.isArray(json.errors) ? (json.errors as readonly Json[]) : [];
  const fields = errors.map(error => ({ name: textIn(error, 'field'), text: textIn(error, 'detail') }));
  return {
    kind: 'refused',
    onlineDraftGone: type === `${PROBLEM}online-draft-gone`,
    refusal: { title: textIn(json, 'title'), detail: textIn(json, 'detail'), fields },
  };
}

/** Reads an answer of the filing API. Only its own JSON counts: a network that lies answers 200 to everything. */
export function readAnswer({ status, mediaType, text }: Answer): Outcome {
  const type = mediaType.split(';')[0]?.trim().toLowerCase();
  if (status === 201 && type === 'application/json') return filed(jsonOf(text));
  if (FINAL.includes(status) && type === 'application/problem+json') return refused(jsonOf(text));
  return UNKNOWN;
}
