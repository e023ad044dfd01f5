import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { sha256 } from '#app/platform/crypto.server.ts';
import { type Filing, fileComplaint, issueReceipt } from '#app/usecases/complaints/file-complaint.server.ts';
import { readComplaint } from '#app/usecases/complaints/read-complaint.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { captureStatements, type Statement } from './captured-statements.ts';

export const PHOTO_BYTES = 200 * 1024;

/** The `index`-th complaint: operators and regions change, so that the same figures aren't always hit. */
export function sampleComplaint(index: number) {
  const { operators, regions } = activeProfile();
  const offered = operators.filter(({ hidden, services }) => hidden !== true && services.includes('mobile'));
  return {
    track: 'consumer',
    operatorId: offered[index % offered.length]?.id,
    service: 'mobile',
    category: 'billing',
    issues: ['billing/error'],
    startedAt: '2026-01-02',
    region: regions[index % regions.length]?.code,
    attempts: [{ on: '2026-01-03', channel: 'hotline', result: 'refused', ticket: 'T-4711' }],
    narrative: `La facture de janvier compte deux fois la même option, malgré deux appels (${index}).`,
    remedySought: ['correct-bill', 'explanation'],
    amount: '120,50',
    name: 'Amina Exemple',
    email: `amina.${index}@example.org`,
    lineNumber: '0612345678',
    language: 'fr',
    facts: { disputedLines: 'Option internationale comptée deux fois' },
  };
}

/** A photo of 200 KB: noise, which JPEG can't shrink, and zeros behind it. */
export async function samplePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = sharp({ create: { width: 480, height: 360, channels: 3, background: '#888', noise } });
  const jpeg = await picture.jpeg({ quality: 90 }).toBuffer();
  return Buffer.concat([jpeg, Buffer.alloc(PHOTO_BYTES)], PHOTO_BYTES);
}

function evidenceRow(id: string, digest: string, filing: Pick<Filing, 'receipt' | 'now'>) {
  return {
    id,
    case_id: filing.receipt.caseId,
    file_name: 'photo.jpg',
    media_type: 'image/jpeg',
    size: PHOTO_BYTES,
    sha256: digest,
    storage_key: `originals/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`,
    uploaded_by_role: 'complainant',
    uploaded_at: filing.now,
    copy_state: 'pending',
  };
}

/** The statements by which the application writes a filing with one photo. */
export async function filingStatements(index: number): Promise<readonly Statement[]> {
  const now = new Date().toISOString();
  const read = readComplaint(sampleComplaint(index), { profile: activeProfile(), now });
  if (!read.ok) throw new Error(`The sample complaint is refused: ${JSON.stringify(read.fields)}`);
  const receipt = issueReceipt(now);
  const [id, digest] = [randomUUID(), sha256(String(index))];
  const evidence = [{ id, sha256: digest, size: PHOTO_BYTES, mediaType: 'image/jpeg' }];
  const rows = { evidence: [evidenceRow(id, digest, { receipt, now })] };
  const filing = { complaint: read.value, receipt, evidence, source: 'api', now, rows };
  return captureStatements(tx => fileComplaint(tx, filing));
}
