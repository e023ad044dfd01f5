import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive. Paths have no leading slash, no `..` and no backslash; the archive refuses others. */
export interface ZipEntry {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly open: () => Promise<Readable>;
}

/** The archive says when it was made in its content: the same content is the same archive, byte by byte. */
const NO_DATE = new Date(2000, 0, 1);
const READABLE_BY_ALL = 0o100644;

/**
 * A ZIP of the given files as it is read, one file at a time, uncompressed (evidence is compressed already). The
 * same entries in the same order give the same bytes on every machine. Errors of a file's stream break the archive
 * off, so that a half one is never taken for a whole one.
 */
export function zipStream(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  let current: Readable | undefined;
  const breakOff = (error: Error) => output.destroy(error);
  // Whoever stops reading lets go of the file that is just being read.
  output.once('close', () => current?.destroy());
  zip.on('error', breakOff);
  const options = { mtime: NO_DATE, mode: READABLE_BY_ALL, compress: false, forceDosTimestamp: true };
  for (const { path, size, open } of entries) {
    zip.addReadStreamLazy(path, { ...options, size }, give => {
      open().then(stream => {
        current = stream.once('error', breakOff);
        give(null, stream);
      }, breakOff);
    });
  }
  zip.end();
  zip.outputStream.pipe(output);
  return output;
}
