import type { AppError } from '#app/domain/shared/errors.ts';
import { mediaTypeOf } from '#app/platform/http/body.server.ts';
import { readMultipart } from '#app/platform/http/multipart.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import {
  EVIDENCE_FORM_LIMITS,
  type StoredUpload,
  storeUpload,
} from '#app/usecases/evidence/receive-evidence.server.ts';

export interface ReceivedFile {
  /** Name of the form's field. */
  readonly name: string;
  readonly stored: StoredUpload;
}

interface ReceivedForm {
  readonly fields: FormData;
  readonly files: readonly ReceivedFile[];
  /** Why the first file that wasn't taken was refused. */
  readonly refused: AppError | undefined;
}

/** A form with or without files; what arrives is stored while it arrives. */
export async function receiveForm(request: Request): Promise<ReceivedForm> {
  if (mediaTypeOf(request) !== 'multipart/form-data')
    return { fields: await readForm(request), files: [], refused: undefined };
  const { fields, files, refused } = await readMultipart(request, {
    ...EVIDENCE_FORM_LIMITS,
    collectRefusals: true,
    onFile: async part => ({ name: part.name, stored: await storeUpload(part) }),
  });
  return { fields, files, refused: refused[0]?.error };
}
