import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { PDFDocument, PDFStream, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENDLESS_FILM } from '#scripts/testing/hostile/recordings.ts';
import {
  invoicePdf,
  iphonePhoto,
  messageScreenshot,
  operatorEmail,
  POSITION,
  phonePhoto,
  recordedCall,
  TELLTALE,
  voiceMessage,
} from '#scripts/testing/sample-files.ts';
import { cleanFile } from './clean-file.server.ts';

/** On a busy machine the two seconds of its processor time take long. */
const PATIENCE = { timeout: 40_000 };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recours-clean-'));
  await mkdir(join(folder, 'out'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function verdictOn(content: Uint8Array, mediaType: string, timeLimitSeconds?: number) {
  const input = join(folder, 'original');
  await writeFile(input, content);
  return cleanFile({ input, output: join(folder, 'out', 'copy'), mediaType, timeLimitSeconds });
}

async function cleaned(content: Uint8Array, mediaType: string): Promise<{ mediaType: string; copy: Buffer }> {
  const verdict = await verdictOn(content, mediaType);
  if (!verdict.ok) throw new Error(verdict.error);
  return { mediaType: verdict.mediaType, copy: await readFile(join(folder, 'out', 'copy')) };
}

describe('the copy of a photo', () => {
  test('stands upright and has lost position, device and everything else but its pixels', async () => {
    const original = await phonePhoto();
    expect(original.includes(TELLTALE)).toBe(true);
    const { mediaType, copy } = await cleaned(original, 'image/jpeg');
    const metadata = await sharp(copy).metadata();
    expect(mediaType).toBe('image/jpeg');
    expect(metadata).toMatchObject({ format: 'jpeg', width: 960, height: 720 });
    for (const block of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
      expect(metadata[block]).toBeUndefined();
    expect(copy.includes(TELLTALE)).toBe(false);
  });

  test('lacks what was hidden behind the picture', async () => {
    const original = Buffer.concat([await phonePhoto(), Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
    const { copy } = await cleaned(original, 'image/jpeg');
    expect(copy.includes('<script>')).toBe(false);
  });

  test('of an iPhone is a JPEG that every browser shows', async () => {
    const original = iphonePhoto();
    expect(original.includes('GPS 33.57N')).toBe(true);
    const { mediaType, copy } = await cleaned(original, 'image/heic');
    expect(mediaType).toBe('image/jpeg');
    expect(await sharp(copy).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 64 });
    expect(copy.includes('33.57')).toBe(false);
    const greenOf = async (top: number) => {
      const part = await sharp(copy).extract({ left: 0, top, width: 64, height: 16 }).toBuffer();
      return (await sharp(part).stats()).channels[1]?.mean;
    };
    expect(await greenOf(0)).toBeGreaterThan(100);
    expect(await greenOf(48)).toBeLessThan(40);
  });

  test('of a screenshot keeps its sharp edges, and large ones are reduced', async () => {
    const { mediaType, copy } = await cleaned(await messageScreenshot(), 'image/png');
    expect(mediaType).toBe('image/webp');
    expect(copy.includes(TELLTALE)).toBe(false);
    const wide = await sharp({ create: { width: 6000, height: 300, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const reduced = await cleaned(wide, 'image/png');
    expect(await sharp(reduced.copy).metadata()).toMatchObject({ width: 2400, height: 120 });
  });

  test('is refused for a decompression bomb and for a file that is no image', async () => {
    const bomb = await sharp({ create: { width: 7200, height: 7200, channels: 3, background: 'black' } })
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(await verdictOn(bomb, 'image/png')).toEqual({ ok: false, error: 'too-many-pixels' });
    expect(await verdictOn(Buffer.from('no image'), 'image/jpeg')).toEqual({ ok: false, error: 'damaged' });
    expect(await verdictOn(iphonePhoto().subarray(0, 300), 'image/heic')).toEqual({
      ok: false,
      error: 'damaged',
    });
  });
});

describe('the copy of a PDF', () => {
  test('looks the same and holds no text, author, script or attachment', async () => {
    const { mediaType, copy } = await cleaned(await invoicePdf(), 'application/pdf');
    expect(mediaType).toBe('application/pdf');
    const pdf = await PDFDocument.load(copy, { updateMetadata: false });
    expect(pdf.getPageCount()).toBe(1);
    const { width, height } = pdf.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect([pdf.getAuthor(), pdf.getTitle(), pdf.getProducer(), pdf.getCreationDate()]).toEqual(
      Array(4).fill(undefined),
    );
    const objects = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFStream ? object.dict : object).toString())
      .join('\n');
    expect(objects).not.toMatch(
      /JavaScript|\/JS|EmbeddedFile|OpenAction|\/AA|\/Subtype \/(?!Image)|BaseFont|\/Metadata/,
    );
  });

  test('shows the page in its own colours', async () => {
    const source = await PDFDocument.create();
    source.addPage([100, 100]).drawRectangle({ x: 0, y: 50, width: 100, height: 50, color: rgb(1, 0, 0) });
    const { copy } = await cleaned(await source.save(), 'application/pdf');
    const library = await PDFiumLibrary.init();
    const page = (await library.loadDocument(copy)).getPage(0);
    const { data } = await page.render({ scale: 1, render: 'bitmap' });
    expect([...data.subarray(0, 3)].map(value => Math.round(value / 25))).toEqual([10, 0, 0]);
    expect([...data.subarray(-4, -1)].every(value => value > 250)).toBe(true);
  });

  test('is refused over fifty pages and for what is no PDF inside', async () => {
    const long = await PDFDocument.create();
    for (let page = 0; page < 51; page += 1) long.addPage([100, 100]);
    expect(await verdictOn(await long.save(), 'application/pdf')).toEqual({
      ok: false,
      error: 'too-many-pages',
    });
    const page = Buffer.from('%PDF-1.7\n<script>alert(1)</script>');
    expect(await verdictOn(page, 'application/pdf')).toEqual({ ok: false, error: 'damaged' });
  });
});

describe('the copy of a recording', () => {
  test('plays as before and no longer says where it was made', async () => {
    const original = await voiceMessage();
    expect(original.includes(POSITION)).toBe(true);
    const { mediaType, copy } = await cleaned(original, 'audio/mp4');
    expect(mediaType).toBe('audio/mp4');
    for (const trace of [POSITION, TELLTALE, '\u00a9xyz', 'udta'])
      expect(copy.includes(trace, 0, 'latin1')).toBe(false);
    const before = new Input({ source: new BufferSource(original), formats: ALL_FORMATS });
    const after = new Input({ source: new BufferSource(copy), formats: ALL_FORMATS });
    expect(await after.computeDuration()).toBeCloseTo(await before.computeDuration(), 2);
  });

  test('keeps the samples of a recorded call and drops its comment', async () => {
    const original = recordedCall();
    const { mediaType, copy } = await cleaned(original, 'audio/wav');
    expect(mediaType).toBe('audio/wav');
    expect(copy.includes(TELLTALE)).toBe(false);
    expect(copy.includes(original.subarray(-16_000))).toBe(true);
  });

  test('keeps whole frames of an old phone\u2019s voice note and nothing behind them', async () => {
    const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, 5)]);
    const note = Buffer.concat([Buffer.from('#!AMR\n'), frame, frame]);
    const { copy } = await cleaned(Buffer.concat([note, Buffer.from('<script>')]), 'audio/amr');
    expect(copy).toEqual(note);
  });

  test('is refused when it can not be read', async () => {
    expect(await verdictOn(Buffer.from('no recording at all'), 'video/mp4')).toEqual({
      ok: false,
      error: 'damaged',
    });
    expect(await verdictOn(Buffer.from('#!AMR-WB\nxx'), 'audio/amr')).toEqual({
      ok: false,
      error: 'not-cleanable',
    });
  });
});

describe('the copy of an e-mail', () => {
  test('is what it says, as plain text', async () => {
    const { mediaType, copy } = await cleaned(operatorEmail(), 'message/rfc822');
    expect(mediaType).toBe('text/plain');
    expect(copy.toString()).toBe(
      [
        'From: Service client Étoile <service@operator.example>',
        'To: Amina <amina@consumer.example>',
        'Date: 2026-07-09T14:02:00.000Z',
        'Subject: Réclamation n° 4711',
        'Attachment: conditions.pdf (application/pdf)',
        '',
        'Nous avons bien reçu votre demande.',
        '',
      ].join('\n'),
    );
  });
});

describe('the cleaning process', () => {
  test('is stopped at its time limit', async () => {
    expect(await verdictOn(await phonePhoto(), 'image/jpeg', 0.01)).toEqual({
      ok: false,
      error: 'time-limit',
    });
  });

  test('ends by itself when the worker that would have stopped it was killed', async () => {
    const input = join(folder, 'original');
    await writeFile(input, ENDLESS_FILM);
    const job = { input, output: join(folder, 'out', 'copy'), mediaType: 'video/webm', timeLimitSeconds: 1 };
    const worker = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { cleanFile } from ${JSON.stringify(new URL('clean-file.server.ts', import.meta.url).href)};
      await cleanFile(${JSON.stringify(job)});`,
    ]);
    const started = `/proc/${worker.pid}/task/${worker.pid}/children`;
    const decoder = await vi.waitUntil(async () => (await readFile(started, 'utf8')).trim(), PATIENCE);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    expect(existsSync(`/proc/${decoder}`)).toBe(true);
    await vi.waitUntil(() => !existsSync(`/proc/${decoder}`), PATIENCE);
  }, 90_000);

  test('can not read or write outside of what it was given', async () => {
    const input = join(folder, 'original');
    await writeFile(input, operatorEmail());
    const output = join(folder, 'out', '..', 'elsewhere', 'copy');
    await mkdir(join(folder, 'elsewhere'));
    expect(await cleanFile({ input, output, mediaType: 'message/rfc822' })).toMatchObject({ ok: true });
    expect(await cleanFile({ input: join(folder, 'missing'), output, mediaType: 'message/rfc822' })).toEqual({
      ok: false,
      error: 'crashed',
    });
  });
});
