import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import busboy, { type Busboy, type FileInfo } from 'busboy';
import { AppError } from '#app/domain/shared/errors.ts';
import { chunksOf, discardBody, MAX_BODY_DRAINED, mediaTypeOf } from './body.server.ts';

export interface FilePart {
  /** The form field's name. */
  readonly name: string;
  /** As the sender wrote it: never a path, otherwise untrusted. */
  readonly fileName: string;
  readonly declaredType: string;
  /** Must be read to its end, or left: what the handler doesn't read is dropped. */
  readonly stream: Readable;
}

export interface Refusal {
  readonly name: string;
  readonly fileName: string;
  readonly error: AppError;
}

export interface MultipartForm<T> {
  readonly fields: FormData;
  /** What `onFile` made of each accepted file, in the order of the form. */
  readonly files: readonly T[];
  /** Files refused one by one; empty unless `collectRefusals`. */
  readonly refused: readonly Refusal[];
}

export interface MultipartOptions<T> {
  readonly maxFiles: number;
  /** Bytes of one file. */
  readonly maxFileBytes: number;
  /** Bytes of one text field. */
  readonly maxFieldBytes: number;
  /** Text fields in the form. */
  readonly maxFields: number;
  /** Bytes of the whole body; what the other limits add up to unless told. */
  readonly maxBodyBytes?: number;
  readonly onFile: (part: FilePart) => Promise<T>;
  /** Gives the refused files back beside the accepted ones instead of refusing the whole form. */
  readonly collectRefusals?: boolean;
}

/** Room for boundaries and part headers, in bytes a part. */
const PART_OVERHEAD = 16 * 1024;

function parserFor(request: Request, options: Omit<MultipartOptions<unknown>, 'onFile'>): Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: {
        // busboy calls a part that ends exactly at the limit too long.
        fileSize: options.maxFileBytes + 1,
        fieldSize: options.maxFieldBytes + 1,
        fields: options.maxFields,
        parts: options.maxFields + 10 * (options.maxFiles + 1),
      },
    });
  } catch (cause) {
    throw new AppError('malformed-request', { cause });
  }
}

function sumOfLimits(options: Omit<MultipartOptions<unknown>, 'onFile'>): number {
  const parts = options.maxFields + options.maxFiles + 1;
  return (
    options.maxFiles * options.maxFileBytes +
    options.maxFields * options.maxFieldBytes +
    parts * PART_OVERHEAD
  );
}

function fieldNamed(error: AppError, name: string, fileName: string): AppError {
  if (Object.keys(error.fields).length > 0) return error;
  const params = { fileName, ...error.params };
  return new AppError(error.code, { fields: { [name]: { code: error.code, params } }, params, cause: error });
}

/** One form on its way in: what it holds so far, and the first reason to refuse it. */
class Intake<T> {
  readonly fields = new FormData();
  readonly refused: Refusal[] = [];
  failure: unknown;
  readonly #options: MultipartOptions<T>;
  readonly #handling: Promise<{ value: T } | undefined>[] = [];

  constructor(parser: Busboy, options: MultipartOptions<T>) {
    this.#options = options;
    parser.on('field', (name, value, info) => this.#field(name, value, info.valueTruncated));
    parser.on('file', (name, stream, info) => this.#file(name, stream, info));
    parser.on('fieldsLimit', () => this.fail(new AppError('request-too-large')));
    parser.on('partsLimit', () => this.fail(new AppError('request-too-large')));
    parser.on('error', cause => this.fail(new AppError('malformed-request', { cause })));
  }

  fail(error: unknown): void {
    this.failure ??= error;
  }

  async files(): Promise<T[]> {
    const settled = await Promise.all(this.#handling);
    return settled.flatMap(file => (file === undefined ? [] : [file.value]));
  }

  #field(name: string | undefined, value: string, truncated: boolean): void {
    if (name === undefined) this.fail(new AppError('malformed-request'));
    else if (!truncated) this.fields.append(name, value);
    else {
      const params = { max: this.#options.maxFieldBytes };
      this.fail(new AppError('request-too-large', { fields: { [name]: { code: 'too-long', params } } }));
    }
  }

  #file(name: string | undefined, stream: Readable, info: FileInfo): void {
    // A form that breaks off breaks its open part: the form's own failure says so.
    stream.on('error', () => undefined);
    if (name === undefined || info.filename === undefined) {
      // A file field that was left empty sends a part without a name and without content.
      stream.on('data', () => this.fail(new AppError('malformed-request')));
    } else if (this.#handling.length < this.#options.maxFiles) {
      this.#handle({ name, fileName: info.filename, declaredType: info.mimeType }, stream);
    } else {
      stream.resume();
      const params = { max: this.#options.maxFiles };
      this.#refuse(name, info.filename, new AppError('too-many-files', { params }));
    }
  }

  #handle(about: Omit<FilePart, 'stream'>, stream: Readable): void {
    const part = new PassThrough();
    // A handler may stop reading at any time: the rest of the part is then dropped, or the form would stall.
    part.once('close', () => {
      stream.unpipe(part);
      stream.resume();
    });
    part.on('error', () => undefined);
    stream.once('limit', () => part.destroy(this.#tooLarge()));
    stream.once('error', error => part.destroy(error));
    const handled = this.#options
      .onFile({ ...about, stream: part })
      .then(value => ({ value }))
      .catch((error: unknown) => this.#refuse(about.name, about.fileName, error))
      .finally(() => part.destroy());
    this.#handling.push(handled);
    stream.pipe(part);
  }

  #tooLarge(): AppError {
    return new AppError('file-too-large', {
      params: { maxMegabytes: Math.floor(this.#options.maxFileBytes / (1024 * 1024)) },
    });
  }

  #refuse(name: string, fileName: string, error: unknown): undefined {
    if (!(error instanceof AppError)) {
      this.fail(error);
      return;
    }
    const refusal = { name, fileName, error: fieldNamed(error, name, fileName) };
    this.refused.push(refusal);
    if (this.#options.collectRefusals !== true) this.fail(refusal.error);
  }
}

/**
 * Feeds the body to the parser at the speed of the slowest file handler. Once the form is lost, its rest is read
 * and dropped, so that a browser which only listens after sending gets its error page and not a reset connection.
 */
async function feed(
  request: Request,
  parser: Busboy,
  intake: Intake<unknown>,
  maxBytes: number,
): Promise<void> {
  let received = 0;
  for await (const chunk of chunksOf(request)) {
    received += chunk.length;
    if (received > maxBytes) intake.fail(new AppError('request-too-large'));
    if (received > maxBytes + MAX_BODY_DRAINED) break;
    if (intake.failure !== undefined) parser.destroy();
    else if (!parser.write(chunk)) await once(parser, 'drain').catch(() => undefined);
  }
  if (parser.destroyed) return;
  const closed = once(parser, 'close');
  parser.end();
  await closed.catch(() => undefined);
}

/**
 * Reads a `multipart/form-data` body as a stream: no file is ever whole in memory. Throws `malformed-request`
 * (not multipart, broken or broken off), `request-too-large` (with the field that is too long),
 * `file-too-large` and `too-many-files` and whatever `onFile` throws, each with the field and the file's name.
 */
export async function readMultipart<T>(
  request: Request,
  options: MultipartOptions<T>,
): Promise<MultipartForm<T>> {
  if (mediaTypeOf(request) !== 'multipart/form-data') {
    await discardBody(request);
    throw new AppError('unsupported-media-type');
  }
  const parser = parserFor(request, options);
  const intake = new Intake<T>(parser, options);
  try {
    await feed(request, parser, intake, options.maxBodyBytes ?? sumOfLimits(options));
  } catch (error) {
    intake.fail(error);
    parser.destroy();
  }
  const files = await intake.files();
  if (intake.failure !== undefined) throw intake.failure;
  return { fields: intake.fields, files, refused: intake.refused };
}
