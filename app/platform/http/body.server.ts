import { AppError } from '#app/domain/shared/errors.ts';

/** Bytes of a refused body that are still read before the connection is cut. */
export const MAX_BODY_DRAINED = 512 * 1024 * 1024;

/** The type of a request's body, without parameters and in lower case; empty when none is given. */
export function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** A request's body as it arrives. Throws `malformed-request` when the client breaks off. */
export async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;
  const cancel = () => reader.cancel().catch(() => undefined);
  request.signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (request.signal.aborted) throw new AppError('malformed-request', { cause: request.signal.reason });
      if (done) return;
      yield value;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('malformed-request', { cause });
  } finally {
    request.signal.removeEventListener('abort', cancel);
    await cancel();
  }
}

/**
 * Reads and drops a body that is refused unread: browsers and many clients listen for the answer only after
 * sending, and would report a reset connection instead of it.
 */
export async function discardBody(request: Request): Promise<void> {
  let received = 0;
  for await (const chunk of chunksOf(request)) {
    received += chunk.length;
    if (received > MAX_BODY_DRAINED) return;
  }
}

/** A small body as a whole. Throws `request-too-large` over `maxBytes`, once the rest has been dropped. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of chunksOf(request)) {
    received += chunk.length;
    if (received <= maxBytes) chunks.push(chunk);
    if (received > MAX_BODY_DRAINED) break;
  }
  if (received > maxBytes) {
    throw new AppError('request-too-large', { params: { maxKilobytes: Math.floor(maxBytes / 1024) } });
  }
  return Buffer.concat(chunks, received);
}
