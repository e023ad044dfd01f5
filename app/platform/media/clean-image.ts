import { readFile } from 'node:fs/promises';
import decodeHeic from 'heic-decode';
import sharp, { type Sharp } from 'sharp';
import { COPY_SIDE, MAX_PIXELS, THUMBNAIL_SIDE } from '#app/domain/evidence/copy.ts';
import { CleaningRefused } from './cleaning-refused.ts';
import { type MadeCopy, previewPath } from './made-copy.ts';

const QUALITY = 80;

/** Half-sent photos are evidence too: what is readable of them is kept. */
const READING = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const;

async function openImage(input: string, mediaType: string): Promise<Sharp> {
  if (mediaType !== 'image/heic' && mediaType !== 'image/heif') return sharp(input, READING);
  // sharp's build has no HEVC; libheif's WebAssembly build applies the file's own rotation.
  const images = await decodeHeic.all({ buffer: await readFile(input) });
  try {
    const [first] = images;
    if (first === undefined) throw new CleaningRefused('damaged');
    if (first.width * first.height > MAX_PIXELS) throw new CleaningRefused('too-many-pixels');
    const { data, width, height } = await first.decode();
    return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
      raw: { width, height, channels: 4 },
    });
  } finally {
    images.dispose();
  }
}

function refusalOf(error: unknown): CleaningRefused {
  if (error instanceof CleaningRefused) return error;
  const tooLarge = error instanceof Error && error.message.includes('exceeds pixel limit');
  return new CleaningRefused(tooLarge ? 'too-many-pixels' : 'damaged', { cause: error });
}

/** The picture beside the copy, made of the copy: the original is decoded once. */
async function addThumbnail(copy: string): Promise<void> {
  await sharp(copy)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toFile(previewPath(copy, 0));
}

async function encode(upright: Sharp, output: string, mediaType: string): Promise<string> {
  if (mediaType === 'image/png' || mediaType === 'image/webp') {
    await upright.webp({ quality: QUALITY }).toFile(output);
    return 'image/webp';
  }
  await upright.flatten({ background: 'white' }).jpeg({ quality: QUALITY, mozjpeg: false }).toFile(output);
  return 'image/jpeg';
}

/**
 * Decodes an image and encodes its pixels anew, upright and no larger than people need, with a small picture beside
 * it. Everything that is not a pixel stays behind: EXIF with its position, XMP, IPTC, colour profiles, thumbnails,
 * appended bytes, further frames. Photos become JPEG; PNG and WebP become WebP, which keeps transparency and the
 * edges of letters.
 */
export async function cleanImage(input: string, output: string, mediaType: string): Promise<MadeCopy> {
  try {
    const upright = (await openImage(input, mediaType))
      .autoOrient()
      .resize({ width: COPY_SIDE, height: COPY_SIDE, fit: 'inside', withoutEnlargement: true });
    const copyType = await encode(upright, output, mediaType);
    await addThumbnail(output);
    return { mediaType: copyType, pages: null, previews: 1 };
  } catch (error) {
    throw refusalOf(error);
  }
}
