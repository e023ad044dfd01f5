import { MEDIA_TYPES, type MediaType } from './media-types.ts';

/** Longest file name that is kept, in UTF-16 code units. */
export const MAX_FILE_NAME = 120;

/** Controls, halves of surrogate pairs, unassigned and private characters, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Format characters reorder or hide what is read (bidirectional controls, zero-width signs); joiners are script. */
const FORMATTING = /(?![\u200c\u200d])\p{Cf}/gu;
/** What Windows, macOS or a shell give a meaning to. */
const RESERVED = /[<>:"|?*\\/`$%;&]/gu;
/** Names of devices under Windows, whatever follows the point. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;
const EXTENSION = /\.([a-z][a-z0-9]{0,4}|3gp{1,2}|3g2)$/iu;

const EDGES = /^[\s._-]+|[\s.]+$/gu;

function stemOf(name: string): string {
  const printable = name.replace(UNPRINTABLE, '').replace(FORMATTING, '').normalize('NFC');
  const last = printable.split(/[/\\]/u).findLast(part => part.trim() !== '') ?? '';
  return last.replace(RESERVED, '_').replace(/\s+/gu, ' ').replace(EDGES, '');
}

function cutTo(text: string, length: number): string {
  return text
    .slice(0, length)
    .toWellFormed()
    .replace(/\ufffd$/u, '')
    .replace(EDGES, '');
}

function withoutExtension(name: string): { base: string; extension: string | undefined } {
  const match = EXTENSION.exec(name);
  if (match === null) return { base: name, extension: undefined };
  return { base: name.slice(0, match.index), extension: match[1]?.toLowerCase() };
}

/**
 * A sender's file name, safe to store, show and offer for download: NFC, without path, controls, bidirectional
 * and invisible characters or characters reserved by a system; at most {@link MAX_FILE_NAME} code units; its
 * extension is one of the detected type's ("invoice.exe" that is a PDF becomes "invoice.pdf"). Never empty.
 */
export function neutraliseFileName(name: string, mediaType: MediaType): string {
  const extensions: readonly string[] = MEDIA_TYPES[mediaType].extensions;
  const isRight = (extension: string | undefined) =>
    extension !== undefined && extensions.includes(extension);
  const outer = withoutExtension(stemOf(name));
  const inner = withoutExtension(outer.base);
  const { base, extension: given } = !isRight(outer.extension) && isRight(inner.extension) ? inner : outer;
  const extension = given !== undefined && isRight(given) ? given : MEDIA_TYPES[mediaType].extensions[0];
  const stem = cutTo(base.replace(EDGES, ''), MAX_FILE_NAME - extension.length - 1);
  const safe = stem === '' ? 'file' : stem.replace(DEVICE, 'file');
  return `${safe}.${extension}`;
}

/** The name under which a copy of another type is offered: "photo.heic" as "photo.jpg". */
export function fileNameAs(fileName: string, extension: string): string {
  return `${withoutExtension(fileName).base}.${extension}`;
}
