import { MAX_BYTES } from '#app/domain/evidence/media-types.ts';
import { mediaTypeOf } from '#app/platform/http/body.server.ts';
import { type FilePart, readMultipart } from '#app/platform/http/multipart.server.ts';
import { MAX_FORM_BYTES, readForm } from '#app/platform/http/read-form.server.ts';
import {
  type GivenReceipt,
  hashUpload,
  readUploadedReceipt,
} from '#app/usecases/receipts/verify-given.server.ts';

type Upload = { readonly receipt: Uint8Array<ArrayBuffer> } | { readonly evidence: string };

async function takeFile({ name, stream }: FilePart): Promise<Upload> {
  return name === 'file'
    ? { receipt: await readUploadedReceipt(stream) }
    : { evidence: await hashUpload(stream) };
}

/** What the form brought: text, receipt's file, another file's hash. Throws as `readMultipart` does. */
export async function readGiven(request: Request): Promise<GivenReceipt> {
  if (mediaTypeOf(request) !== 'multipart/form-data') {
    const form = await readForm(request);
    return { text: String(form.get('text') ?? ''), file: null, evidence: null };
  }
  const { fields, files } = await readMultipart(request, {
    maxFiles: 2,
    maxFileBytes: MAX_BYTES,
    maxFieldBytes: MAX_FORM_BYTES,
    maxFields: 10,
    onFile: takeFile,
  });
  const receipt = files.find(upload => 'receipt' in upload);
  const other = files.find(upload => 'evidence' in upload);
  return {
    text: String(fields.get('text') ?? ''),
    file: receipt?.receipt ?? null,
    evidence: other?.evidence ?? null,
  };
}
