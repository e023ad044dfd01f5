import { readFile, writeFile } from 'node:fs/promises';
import { CleaningRefused } from './cleaning-refused.ts';

const MAGIC = Buffer.from('#!AMR\n');

/** Bytes of a frame, its first included, by the frame type in that byte (RFC 4867, section 5.3; 3GPP TS 26.101). */
const FRAME_BYTES: Readonly<Record<number, number>> = {
  0: 13,
  1: 14,
  2: 16,
  3: 18,
  4: 20,
  5: 21,
  6: 27,
  7: 32,
  8: 6,
  15: 1,
};

function endOfFrames(content: Buffer): number {
  let at = MAGIC.length;
  while (at < content.length) {
    const bytes = FRAME_BYTES[((content[at] ?? 0) >> 3) & 0x0f];
    if (bytes === undefined || at + bytes > content.length) break;
    at += bytes;
  }
  return at;
}

/**
 * Keeps the speech frames of an AMR narrow-band voice note, the format of older phones, and drops whatever
 * follows the last whole frame. The format itself has no room for tags.
 */
export async function cleanSpeech(input: string, output: string): Promise<string> {
  const content = await readFile(input);
  if (!content.subarray(0, MAGIC.length).equals(MAGIC)) throw new CleaningRefused('not-cleanable');
  const end = endOfFrames(content);
  if (end === MAGIC.length) throw new CleaningRefused('damaged');
  await writeFile(output, content.subarray(0, end));
  return 'audio/amr';
}
