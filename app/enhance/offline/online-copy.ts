import {
  changeComplaint,
  forgetComplaint,
  type KeptComplaint,
  keepComplaint,
  listComplaints,
  type OnlineDraft,
  type Values,
} from './store.ts';

/** Copies of complaints begun online, for when the network goes. */

/** What the regulator has of the browser's draft. */
export interface Copy {
  readonly draft: string;
  readonly values: Values;
  readonly files: readonly string[];
  /** Bytes of each of them. */
  readonly sizes: readonly number[];
}

export type CopiedComplaint = KeptComplaint & { readonly online: OnlineDraft };

function isCopy(complaint: KeptComplaint): complaint is CopiedComplaint {
  return complaint.online !== undefined;
}

async function copies(): Promise<readonly CopiedComplaint[]> {
  return (await listComplaints()).filter(isCopy);
}

/** Whether nothing was added here that the regulator lacks. */
function isMereCopy({ state, online }: CopiedComplaint): boolean {
  return state === 'draft' && !online.touched;
}

/** The copy that can be gone on with, if there is one. */
export async function latestCopy(): Promise<CopiedComplaint | undefined> {
  return (await copies()).findLast(({ state }) => state === 'draft');
}

/** Forgets the copies of what the regulator no longer has; what was written on the device stays. */
export async function forgetMereCopies(besides = ''): Promise<void> {
  for (const copy of await copies()) {
    if (isMereCopy(copy) && copy.online.draft !== besides) await forgetComplaint(copy.id);
  }
}

/** A computer that others use keeps no copy, not even of what was added. */
export async function forgetCopies(): Promise<void> {
  for (const { id } of await copies()) await forgetComplaint(id);
}

/** Brings the device's copy in line with the regulator's draft, unless it is ahead of it. */
export async function keepCopy({ draft, values, files }: Copy, language: string): Promise<CopiedComplaint> {
  await forgetMereCopies(draft);
  const known = (await copies()).find(({ online }) => online.draft === draft);
  if (known && !isMereCopy(known)) return known;
  const copy: CopiedComplaint = {
    id: known?.id ?? crypto.randomUUID(),
    state: 'draft',
    language,
    values: { language: [language], ...values },
    savedAt: Date.now(),
    online: { draft, files, touched: false },
  };
  await keepComplaint(copy);
  return copy;
}

/** Adds to a copy what stands in the page's form, sent or not. */
export async function keepTyped(id: string, values: Values): Promise<void> {
  await changeComplaint(id, known =>
    isCopy(known) && isMereCopy(known) ? { ...known, values, savedAt: Date.now() } : known,
  );
}
