import { type DetailedError, Upload } from 'tus-js-client';
import type { Memory } from './memory.ts';

/**
 * Bytes of one request. A proxy that keeps a request back until it is whole loses no more than this when the
 * connection breaks.
 */
const PIECE = 1024 * 1024;

/** Milliseconds before each new try; progress begins the row anew. Half an hour in all, then a button is left. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 16_000, ...Array.from({ length: 60 }, () => 30_000)];

/** Refusals for now: another try may find it otherwise. */
const PASSING = new Set(['case-changed', 'too-many-requests', 'internal']);

export interface SendingEvents {
  progressed(sent: number): void;
  /** The connection or the server failed; another try follows by itself. */
  interrupted(): void;
  /** @param code why the file is not taken; empty when all tries failed */
  failed(code: string): void;
  done(): void;
}

function codeOf(error: Error | DetailedError): string {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (status === 413) return 'file-too-large';
  const body = response?.getBody() ?? '';
  return status >= 400 && status < 500 && /^[a-z-]+$/.test(body) ? body : '';
}

/** One file on its way by the tus protocol. */
export class Sending {
  readonly #upload: Upload;
  #prepared = false;

  constructor(file: File, endpoint: string, memory: Memory, events: SendingEvents) {
    this.#upload = new Upload(file, {
      endpoint,
      chunkSize: PIECE,
      retryDelays: PAUSES,
      metadata: { filename: file.name },
      urlStorage: memory,
      removeFingerprintOnSuccess: true,
      fingerprint: async () => [file.size, file.lastModified, encodeURIComponent(file.name)].join(':'),
      onShouldRetry: error => {
        const code = codeOf(error);
        if (code !== '' && !PASSING.has(code)) return false;
        events.interrupted();
        return true;
      },
      onProgress: sent => events.progressed(sent),
      onError: error => {
        const code = codeOf(error);
        // Refused for good: the server has forgotten it.
        if (code !== '' && this.#upload.url !== null) memory.forget(this.#upload.url);
        events.failed(code);
      },
      onSuccess: () => events.done(),
    });
  }

  get address(): string | null {
    return this.#upload.url;
  }

  /** Begins, or goes on where an earlier visit or pause ended. */
  async start(): Promise<void> {
    if (!this.#prepared) {
      this.#prepared = true;
      const [previous] = await this.#upload.findPreviousUploads();
      if (previous) this.#upload.resumeFromPreviousUpload(previous);
    }
    this.#upload.start();
  }

  async pause(): Promise<void> {
    await this.#upload.abort();
  }

  /** Tries at once what would be tried after a pause. */
  async hurry(): Promise<void> {
    await this.#upload.abort();
    this.#upload.start();
  }

  /** Stops and has the server forget what it has; what it does not hear of it forgets by itself later. */
  async cancel(): Promise<void> {
    await this.#upload.abort(true).catch(() => undefined);
  }
}
