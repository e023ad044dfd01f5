import type { Readable } from 'node:stream';

/** What came in, and what is made of it for people to view. */
export type Tree = 'originals' | 'copies';

export interface StoredFile {
  /** `<tree>/ab/cd/<sha256>`. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface StoredFileState {
  /** Bytes. */
  readonly size: number;
  /** When the content last came in: putting it again renews this, so that a clean-up spares it. */
  readonly storedAt: Date;
}

export interface PutOptions {
  /** Bytes; one more is refused with `file-too-large`. */
  readonly maxBytes: number;
  /** `originals` unless told. */
  readonly tree?: Tree;
}

/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where files live, by the SHA-256 of their content: the same content is stored once. */
export interface Storage {
  /**
   * Takes a stream in, holding one chunk of it at a time, and returns once the content would survive a power
   * cut. Throws `file-too-large` over the limit and the stream's own error if it breaks; nothing stays then.
   */
  put(stream: AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredFile>;
  /** Reads a file, or a part of it. Rejects before the first byte when the file is missing. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Undefined when there is no such file. */
  stat(key: string): Promise<StoredFileState | undefined>;
  /** Removes a file; content is shared, so the caller knows that nobody else refers to it. */
  delete(key: string): Promise<void>;
  /** The keys of a tree, in no order. */
  list(tree: Tree): AsyncIterable<string>;
  /** Removes what uploads broken off by a crash left behind before `before`; returns how many. */
  sweep(before: Date): Promise<number>;
  /** Writes and reads a probe; rejects when files can't be stored now. */
  check(): Promise<void>;
}
