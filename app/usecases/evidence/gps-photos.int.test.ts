import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import {
  CASE_OFFICER,
  FILED_AT,
  liaisonOf,
  registerOperators,
  serveTestCase,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { iphonePhoto } from '#scripts/testing/sample-files.ts';
import { addEvidence } from '../complaints/add-evidence.server.ts';
import { makeViewingCopy } from './make-viewing-copy.server.ts';
import { openCopy, openOriginal, openPreview } from './open-evidence.server.ts';
import { storeUpload } from './receive-evidence.server.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'recours-gps-'));
setEnv({ STORAGE_DIR: folder, CLAMD_URL: '' });
beforeAll(() => registerOperators());
afterAll(() => rm(folder, { recursive: true, force: true }));

const NOW = new Date('2026-03-10T10:00:00.000Z');
const LIAISON = liaisonOf('maroc-telecom');
/** Stands in every block of every photo. */
const MARK = 'RECOURS-POSITION';
const PLACE = {
  IFD0: { Make: MARK },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '33/1 34/1 23/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '7/1 35/1 23/1',
    GPSAreaInformation: MARK,
  },
};
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="33,34.38N" exif:UserComment="${MARK}"/></rdf:RDF></x:xmpmeta>`;

/** A red left half, so that the way in which a copy stands can be seen. */
function picture(): Sharp {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="#eee"/><rect width="60" height="80" fill="#d00"/></svg>';
  return sharp(Buffer.from(svg));
}

/** A chunk of text before the end of a PNG. */
function withText(png: Buffer): Buffer {
  const body = Buffer.from(`tEXtLocation\0${MARK} GPSLatitude 33.57`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, -12), length, body, sum, png.subarray(-12)]);
}

type Photo = readonly [name: string, content: Buffer];

async function photos(): Promise<readonly Photo[]> {
  const placed = (orientation: number) => picture().withExif(PLACE).withMetadata({ orientation });
  const upright = await placed(1).jpeg().toBuffer();
  const turned = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7, 8].map(
      async orientation =>
        [`turned-${orientation}.jpg`, await placed(orientation).jpeg().toBuffer()] as const,
    ),
  );
  return [
    ...turned,
    ['exif.png', await placed(1).png().toBuffer()],
    ['turned.png', await placed(6).png().toBuffer()],
    ['text.png', withText(await picture().withExif(PLACE).png().toBuffer())],
    ['exif.webp', await placed(1).webp().toBuffer()],
    ['turned.webp', await placed(8).webp().toBuffer()],
    ['xmp.jpg', await picture().withXmp(XMP).jpeg().toBuffer()],
    ['xmp.webp', await picture().withXmp(XMP).webp().toBuffer()],
    ['both.jpg', await picture().withExif(PLACE).withXmp(XMP).jpeg().toBuffer()],
    ['behind.jpg', Buffer.concat([upright, Buffer.from(XMP), upright])],
    ['iphone.heic', iphonePhoto()],
  ];
}

async function inCase([fileName, content]: Photo) {
  const { caseId } = await serveTestCase();
  const file = await storeUpload({ stream: Readable.from([content]), fileName });
  await addEvidence({ actor: complainantOf(caseId), caseId, now: FILED_AT, files: [file] });
  const row = await withActor(SYSTEM, tx => tx.evidence.findFirstOrThrow({ where: { caseId } }));
  expect(await makeViewingCopy(row.id, NOW), fileName).toBe('ready');
  return { caseId, evidenceId: row.id };
}

const TRACES = [MARK, 'GPS', 'Exif\0\0', 'http://ns.adobe.com/xap', 'xmpmeta', '33,34', '33.57'];

async function expectNoPlace(bytes: Buffer, name: string): Promise<void> {
  const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
  expect([exif, xmp, iptc, orientation], name).toEqual([undefined, undefined, undefined, undefined]);
  for (const trace of TRACES)
    expect(bytes.includes(Buffer.from(trace, 'latin1')), `${name}: ${trace}`).toBe(false);
}

test('of eighteen photos with a position none is left in what people view, and the originals stay what they were', async () => {
  const all = await photos();
  expect(all).toHaveLength(18);
  for (const photo of all) {
    const [name, content] = photo;
    expect(
      TRACES.some(trace => content.includes(Buffer.from(trace, 'latin1'))),
      name,
    ).toBe(true);
    const { caseId, evidenceId } = await inCase(photo);
    const opening = { evidenceId, now: NOW };
    const copy = await buffer((await openCopy(LIAISON, opening)).stream);
    await expectNoPlace(copy, name);
    await expectNoPlace(await buffer((await openPreview(LIAISON, { ...opening, number: 0 })).stream), name);
    const { width, height } = await sharp(copy).metadata();
    const lies = /turned-[5678]|turned\.(?:png|webp)/.test(name);
    if (!name.endsWith('heic')) expect([width, height], name).toEqual(lies ? [80, 120] : [120, 80]);
    for (const reader of [CASE_OFFICER, complainantOf(caseId)]) {
      expect(await buffer((await openOriginal(reader, opening)).stream), name).toEqual(content);
    }
    await expect(openOriginal(LIAISON, opening)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = complainantOf(randomUUID());
    await expect(openOriginal(stranger, opening)).rejects.toMatchObject({ code: 'not-found' });
  }
}, 120_000);
