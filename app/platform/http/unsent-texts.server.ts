import { data } from 'react-router';
import { ERROR_CODES } from '#app/domain/shared/errors.ts';
import { mediaTypeOf } from './body.server.ts';
import { readMultipart } from './multipart.server.ts';
import { MAX_FORM_BYTES, MAX_FORM_FIELDS, readForm } from './read-form.server.ts';
import { worthKeeping } from './worth-keeping.ts';

/** Bytes of a form with files: they are dropped, but a text may come after them. */
const MAX_BYTES = 32 * 1024 * 1024;

async function fieldsOf(request: Request): Promise<FormData> {
  if (mediaTypeOf(request) !== 'multipart/form-data') return readForm(request);
  const { fields } = await readMultipart(request, {
    maxFiles: 20,
    maxFileBytes: MAX_BYTES,
    maxFieldBytes: MAX_FORM_BYTES,
    maxFields: MAX_FORM_FIELDS,
    maxBodyBytes: MAX_BYTES,
    onFile: async () => undefined,
  });
  return fields;
}

/** The texts that somebody wrote in a form; none where it can't be read. */
async function textsIn(request: Request): Promise<readonly string[]> {
  if (request.method !== 'POST' || request.bodyUsed) return [];
  const fields = await fieldsOf(request).catch(() => new FormData());
  return worthKeeping(fields);
}

/**
 * For a form that arrives after its sender's session is over: nothing is done, and what was written is shown to be
 * copied. Returns where there is no text that it would be a pity to lose.
 * @param back where the person begins anew
 * @throws the page `session-over`
 */
export async function giveBackTexts(request: Request, back: string): Promise<void> {
  const texts = await textsIn(request);
  if (texts.length === 0) return;
  throw data({ code: 'session-over', params: {}, texts, back }, { status: ERROR_CODES['session-over'] });
}
