import { Readable } from 'node:stream';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { Instant } from '#app/domain/shared/plain-date.ts';
import { derivedUuid } from '#app/platform/crypto.server.ts';
import type { FiledEvidence } from '#app/usecases/complaints/file-complaint.server.ts';
import { storeUpload } from '#app/usecases/evidence/receive-evidence.server.ts';

/** A file that is made when the demonstration is: nothing binary lives in the repository. */
export interface EvidenceFile {
  readonly fileName: string;
  readonly make: () => Promise<Buffer>;
  /** Of a confidential annex: what the other party is told instead. */
  readonly withheldAs?: string;
}

function textLines(lines: readonly string[], { x, y, size }: { x: number; y: number; size: number }): string {
  return lines
    .map((line, index) => {
      const safe = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return `<text x="${x}" y="${y + index * size * 1.5}" font-size="${size}" font-family="sans-serif" fill="#1c1c1e">${safe}</text>`;
    })
    .join('');
}

/** The screen of a phone with a message on it, and the phone's name in the file. */
export function screenshot(fileName: string, lines: readonly string[]): EvidenceFile {
  const height = 60 + lines.length * 36;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="960"><rect width="540" height="960" fill="#fff"/>
    <rect x="24" y="120" width="492" height="${height}" rx="18" fill="#e4e6eb"/>${textLines(lines, { x: 44, y: 168, size: 24 })}</svg>`;
  const make = () =>
    sharp(Buffer.from(svg))
      .withExif({ IFD0: { Make: 'Recours', Model: 'Demonstration' } })
      .png()
      .toBuffer();
  return { fileName, make };
}

/** A photo of a device with its red lights, as a phone takes it: with the place where it was taken. */
export function photo(fileName: string, [latitude, longitude]: readonly [number, number]): EvidenceFile {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#8d9aa5"/>
    <rect x="260" y="320" width="680" height="280" rx="28" fill="#f2f2f2"/><circle cx="340" cy="530" r="20" fill="#d22"/>
    <circle cx="420" cy="530" r="20" fill="#d22"/><circle cx="500" cy="530" r="20" fill="#555"/></svg>`;
  const degrees = (value: number) =>
    `${Math.floor(Math.abs(value))}/1 ${Math.round((Math.abs(value) % 1) * 60)}/1 0/1`;
  const make = () =>
    sharp(Buffer.from(svg))
      .withExif({
        IFD0: { Make: 'Recours', Model: 'Demonstration' },
        IFD3: {
          GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
          GPSLatitude: degrees(latitude),
          GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
          GPSLongitude: degrees(longitude),
        },
      })
      .jpeg({ quality: 82 })
      .toBuffer();
  return { fileName, make };
}

/** A page of text, such as a receipt or an invoice (Latin script). */
export function page(fileName: string, lines: readonly string[]): EvidenceFile {
  const make = async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const sheet = pdf.addPage([595, 842]);
    for (const [index, line] of lines.entries()) {
      sheet.drawText(line, { x: 60, y: 760 - index * 26, size: index === 0 ? 18 : 12, font });
    }
    return Buffer.from(await pdf.save());
  };
  return { fileName, make };
}

/** Stores files for a case that is about to be filed: their rows, and what the filing seals of them. */
export async function storeEvidence(caseId: string, at: Instant, files: readonly EvidenceFile[]) {
  const rows = await Promise.all(
    files.map(async ({ fileName, make, withheldAs }) => {
      const stored = await storeUpload({ stream: Readable.from([await make()]), fileName });
      return {
        id: derivedUuid(`${caseId}/evidence/${fileName}`),
        case_id: caseId,
        file_name: stored.fileName,
        media_type: stored.mediaType,
        size: stored.size,
        sha256: stored.sha256,
        storage_key: stored.storageKey,
        uploaded_by_role: 'complainant',
        withheld_as: withheldAs ?? null,
        uploaded_at: at,
        copy_state: 'pending',
      };
    }),
  );
  const sealed: readonly FiledEvidence[] = rows.map(({ id, sha256, size, media_type }) => ({
    id,
    sha256,
    size,
    mediaType: media_type,
  }));
  const annexes = rows
    .filter(({ withheld_as }) => withheld_as !== null)
    .map(({ id, withheld_as }) => ({
      evidence_id: id,
      case_id: caseId,
      party: 'complainant',
      description: withheld_as,
      at,
    }));
  return { rows, sealed, annexes };
}
