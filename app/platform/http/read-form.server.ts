import { AppError } from '#app/domain/shared/errors.ts';
import { discardBody, mediaTypeOf, readBody } from './body.server.ts';
import { readMultipart } from './multipart.server.ts';

/** Bytes of a form without files, or of a JSON body: several narratives of the length that forms allow. */
export const MAX_FORM_BYTES = 256 * 1024;

/** Fields of one form; more is no form of ours. */
export const MAX_FORM_FIELDS = 500;

interface SizeLimit {
  /** Bytes of the whole body; {@link MAX_FORM_BYTES} unless told. */
  readonly maxBytes?: number;
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new AppError('malformed-request', { cause });
  }
}

async function readUrlEncoded(request: Request, maxBytes: number): Promise<FormData> {
  const form = new FormData();
  const pairs = [...new URLSearchParams(textOf(await readBody(request, maxBytes)))];
  if (pairs.length > MAX_FORM_FIELDS) throw new AppError('request-too-large');
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

function bodySize(form: FormData): number {
  return [...form].reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)), 0);
}

/**
 * The fields of a form without files, whichever way the browser encoded it. Throws `request-too-large` (with
 * the field where one alone is too long), `too-many-files` if a file comes along, `malformed-request` and
 * `unsupported-media-type`.
 */
export async function readForm(request: Request, limit: SizeLimit = {}): Promise<FormData> {
  const maxBytes = limit.maxBytes ?? MAX_FORM_BYTES;
  const type = mediaTypeOf(request);
  if (type === 'application/x-www-form-urlencoded') return readUrlEncoded(request, maxBytes);
  if (type !== 'multipart/form-data') {
    await discardBody(request);
    throw new AppError('unsupported-media-type');
  }
  const { fields } = await readMultipart(request, {
    maxFiles: 0,
    maxFileBytes: 0,
    maxFieldBytes: maxBytes,
    maxFields: MAX_FORM_FIELDS,
    maxBodyBytes: maxBytes + MAX_FORM_FIELDS * 256,
    onFile: () => Promise.reject(new AppError('too-many-files')),
  });
  if (bodySize(fields) > maxBytes) throw new AppError('request-too-large');
  return fields;
}

/**
 * The text of a JSON body, not yet parsed. Throws `unsupported-media-type`, `request-too-large` and, for what is
 * not UTF-8, `malformed-request`.
 */
export async function readJsonText(request: Request, limit: SizeLimit = {}): Promise<string> {
  const type = mediaTypeOf(request);
  if (type !== 'application/json' && !type.endsWith('+json')) {
    await discardBody(request);
    throw new AppError('unsupported-media-type');
  }
  return textOf(await readBody(request, limit.maxBytes ?? MAX_FORM_BYTES));
}

/** Parses JSON that came from outside; nothing in it is checked. Throws `malformed-request`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('malformed-request', { cause });
  }
}
