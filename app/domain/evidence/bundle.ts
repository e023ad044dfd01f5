import { z } from 'zod';

/** First field of a manifest; a change of what a bundle holds gets another number. */
export const BUNDLE_FORMAT = 'recours-custody-bundle/1';

/** The files of every bundle beside the originals. */
export const BUNDLE_PATHS = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  key: 'public-key.pem',
  sums: 'SHA256SUMS',
  events: 'events.jsonl',
  custody: 'custody.jsonl',
  readme: 'README.txt',
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the signature covers: every other file of the bundle by its hash, and what each original is. */
export const MANIFEST = z.object({
  format: z.literal(BUNDLE_FORMAT),
  reference: z.string(),
  caseId: z.string(),
  regulator: z.string(),
  /** Role of who took the bundle: a complainant's holds what is hers to see. */
  takenBy: z.string(),
  takenAt: z.string(),
  keyId: z.string(),
  /** Number and hash of the case's last event. */
  chain: z.object({ seq: z.number().int(), hash: sha256 }),
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256 })),
  evidence: z.array(
    z.object({
      evidenceId: z.string(),
      /** Null when the file is held back: `withheld` says why. */
      path: z.string().nullable(),
      withheld: z.string().nullable(),
      fileName: z.string(),
      mediaType: z.string(),
      size: z.number().int(),
      sha256,
      receivedAt: z.string(),
      receivedFrom: z.string(),
      scan: z.string(),
    }),
  ),
});

export type BundleManifest = z.infer<typeof MANIFEST>;

/** A line of `events.jsonl`. What is withheld from who took the bundle is named, and its hash is there all the same. */
export const BUNDLED_EVENT = z.object({
  seq: z.number().int(),
  previousHash: sha256,
  hash: sha256,
  withheld: z.array(z.string()).optional(),
  event: z.record(z.string(), z.unknown()).optional(),
});

export type BundledEvent = z.infer<typeof BUNDLED_EVENT>;
