import { readFile, writeFile } from 'node:fs/promises';
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { MAX_PAGES, PAGE_RESOLUTION, PREVIEW_SIDE, PREVIEWED_PAGES } from '#app/domain/evidence/copy.ts';
import { CleaningRefused } from './cleaning-refused.ts';
import { type MadeCopy, previewPath } from './made-copy.ts';

const POINTS_PER_INCH = 72;
/** Longest side of a rendered page, in pixels: posters and plans are rendered more coarsely. */
const LONGEST_SIDE = 4000;
const QUALITY = 75;

async function openDocument(pdfium: PDFiumLibrary, content: Uint8Array): Promise<PDFiumDocument> {
  try {
    return await pdfium.loadDocument(content);
  } catch (cause) {
    const locked = cause instanceof Error && /password|security/i.test(cause.message);
    throw new CleaningRefused(locked ? 'encrypted' : 'damaged', { cause });
  }
}

async function copyPage(page: PDFiumPage, copy: PDFDocument): Promise<Buffer> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longest = Math.max(originalWidth, originalHeight, 1);
  const scale = Math.min(PAGE_RESOLUTION / POINTS_PER_INCH, LONGEST_SIDE / longest);
  const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  const picture = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  const size = { width: width / scale, height: height / scale };
  copy.addPage([size.width, size.height]).drawImage(await copy.embedJpg(picture), { x: 0, y: 0, ...size });
  return picture;
}

async function addPreview(picture: Buffer, path: string): Promise<void> {
  await sharp(picture)
    .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toFile(path);
}

async function copyPages(document: PDFiumDocument, copy: PDFDocument, output: string): Promise<void> {
  for (let page = 0; page < document.getPageCount(); page += 1) {
    const picture = await copyPage(document.getPage(page), copy);
    if (page < PREVIEWED_PAGES) await addPreview(picture, previewPath(output, page));
  }
}

/**
 * Draws each page and builds a new PDF of the pictures. Taking the harmful parts out of the given PDF would mean
 * knowing all of them (scripts, actions, attachments, annotations, hidden layers, text under black bars, XMP in
 * every object); of a picture nothing is left but what a reader sees. The price: text can't be selected. The
 * first pages are also kept as single pictures.
 */
export async function cleanPdf(input: string, output: string): Promise<MadeCopy> {
  const pdfium = await PDFiumLibrary.init();
  const document = await openDocument(pdfium, await readFile(input));
  const pages = document.getPageCount();
  if (pages > MAX_PAGES) throw new CleaningRefused('too-many-pages');
  const copy = await PDFDocument.create({ updateMetadata: false });
  try {
    await copyPages(document, copy, output);
  } catch (cause) {
    throw new CleaningRefused('damaged', { cause });
  }
  if (copy.getPageCount() === 0) throw new CleaningRefused('damaged');
  await writeFile(output, await copy.save());
  return { mediaType: 'application/pdf', pages, previews: Math.min(pages, PREVIEWED_PAGES) };
}
