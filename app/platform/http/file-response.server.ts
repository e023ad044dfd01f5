import { Readable } from 'node:stream';
import type { ByteRange } from '../storage/contract.ts';

export interface ServedFile {
  readonly mediaType: string;
  readonly fileName: string;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly disposition: 'inline' | 'attachment';
}

export interface OpenedFile extends ServedFile {
  readonly stream: Readable;
  readonly status: 200 | 206;
  readonly headers: Headers;
}

/**
 * Nothing that a file contains may run or call home. A PDF gets no sandbox: browsers' own viewers refuse to
 * start in one, and only PDFs that we drew ourselves are shown in the browser.
 */
function contentPolicyFor({ mediaType, disposition }: ServedFile): string {
  const nothing = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";
  const shown = mediaType === 'application/pdf' && disposition === 'inline';
  return shown ? `${nothing}; object-src 'self'; frame-ancestors 'self'` : `${nothing}; sandbox`;
}

/** `Content-Disposition` with the name in plain ASCII for old clients and in UTF-8 for all others (RFC 6266). */
export function contentDisposition(disposition: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/**
 * The part of a file that a `Range` header asks for, as players of sound and film do; undefined for the whole
 * file, also where the header makes no sense or asks for several parts (RFC 9110 lets a server ignore it).
 */
export function rangeOf(header: string | null | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : undefined;
}

/**
 * Headers under which an evidence file is handed out, whole or in part, beside those of every answer: `nosniff` sent
 * twice would count for nothing.
 */
export function fileHeaders(file: ServedFile, range?: ByteRange): Headers {
  const text = file.mediaType === 'text/plain' ? '; charset=utf-8' : '';
  const headers = new Headers({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition(file.disposition, file.fileName),
    'content-length': String(range === undefined ? file.size : range.end - range.start + 1),
    'content-security-policy': contentPolicyFor(file),
    'content-type': `${file.mediaType}${text}`,
  });
  if (range !== undefined) headers.set('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
  return headers;
}

/** The answer that streams an opened file. */
export function fileResponse({ stream, status, headers }: OpenedFile): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers });
}

/** The answer that streams an archive made while it is read: its size isn't known before. */
export function archiveResponse({ fileName, stream }: Pick<OpenedFile, 'fileName' | 'stream'>): Response {
  const file = { fileName, mediaType: 'application/zip', size: 0, disposition: 'attachment' } as const;
  const headers = fileHeaders(file);
  headers.delete('content-length');
  headers.delete('accept-ranges');
  return fileResponse({ ...file, stream, status: 200, headers });
}
