import { buffer } from 'node:stream/consumers';
import { AppError } from '#app/domain/shared/errors.ts';
import { readMultipart } from '#app/platform/http/multipart.server.ts';

/** Bytes of a file of answers. */
const MAX_BYTES = 5 * 1024 * 1024;

interface ReceivedCsv {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The file of the form. @throws AppError `invalid-input` without one, and what `readMultipart` refuses */
export async function receiveCsv(request: Request): Promise<ReceivedCsv> {
  const { files } = await readMultipart(request, {
    ...{ maxFiles: 1, maxFileBytes: MAX_BYTES, maxFieldBytes: 1024, maxFields: 10 },
    onFile: async ({ fileName, stream }): Promise<ReceivedCsv> => ({ fileName, bytes: await buffer(stream) }),
  });
  const [file] = files;
  if (file === undefined || file.bytes.length === 0) {
    throw new AppError('invalid-input', { fields: { file: { code: 'no-file' } } });
  }
  return file;
}
