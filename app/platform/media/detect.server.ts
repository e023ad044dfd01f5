import { fileTypeFromBuffer } from 'file-type';
import { isMediaType, type MediaType } from '#app/domain/evidence/media-types.ts';

/** Bytes from a file's start that decide its type. */
export const HEAD_BYTES = 64 * 1024;

/** Other names that `file-type` gives to types of ours. What is neither here nor ours is refused. */
const SAME_AS: Readonly<Record<string, MediaType>> = {
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
  'video/3gpp2': 'video/3gpp',
};

/** Bytes of UTF-8 in headers, read as Latin-1. */
const HIGH_BYTES = /[\u0080-\u00ff]/gu;
const HEADER_FIELD = /^[!-9;-~]+:/;
const REQUIRED_FIELDS = ['from', 'date'];
const ALSO_ONE_OF = [
  'message-id',
  'subject',
  'to',
  'received',
  'mime-version',
  'return-path',
  'delivered-to',
];

/**
 * Whether a file is one e-mail (RFC 5322): its first line and every line up to the first empty one is a header
 * field or the continuation of one, nothing in them is a control character, and From, Date and at least one
 * more of a message's fields are there. Text that merely mentions such fields fails at its first other line.
 */
function isEmail(head: Uint8Array): boolean {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const end = /\r?\n\r?\n/.exec(text)?.index;
  const complete = end === undefined && head.length >= HEAD_BYTES ? text.lastIndexOf('\n') : text.length;
  const lines = text
    .slice(0, end ?? complete)
    .trimEnd()
    .split(/\r?\n/);
  const names = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (/\p{Cc}/u.test(line.replaceAll('\t', ' ').replace(HIGH_BYTES, ''))) return false;
    if (index > 0 && /^[ \t]/.test(line)) continue;
    const field = HEADER_FIELD.exec(line)?.[0];
    if (field === undefined) return false;
    names.add(field.slice(0, -1).toLowerCase());
  }
  return REQUIRED_FIELDS.every(name => names.has(name)) && ALSO_ONE_OF.some(name => names.has(name));
}

/**
 * The media type of a file by its first {@link HEAD_BYTES}, whatever its name and sender say; undefined when it
 * is none of ours (SVG, HTML, archives, programs, office documents, plain text…). Formats are recognised at
 * their first byte only, so a script in front of a picture is a script; what hides *behind* a picture stays
 * in the original, which is never shown by a browser, and is not in the copy, which is encoded anew.
 */
export async function detectMediaType(head: Uint8Array): Promise<MediaType | undefined> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (found === undefined) return isEmail(head) ? 'message/rfc822' : undefined;
  if (isMediaType(found)) return found;
  return Object.hasOwn(SAME_AS, found) ? SAME_AS[found] : undefined;
}
