import { MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';

const SECONDS = 600;

/** Ten files, each given up and begun anew a few times on a bad network, with room to spare. */
const PER_OWNER: RateLimit = { name: 'uploads-of-owner', points: 100, seconds: SECONDS };

/** Whole neighbourhoods share one address of a mobile network; each of their complaints may bring every file. */
function perAddress(): RateLimit {
  return { name: 'uploads-from-address', points: env().DRAFTS_PER_ADDRESS * MAX_FILES, seconds: SECONDS };
}

/**
 * Counts a file that is about to come in.
 * @param owner the draft's or the case's id
 * @throws AppError `too-many-requests` with the `seconds` to wait
 */
export async function countUpload(owner: string, address: string): Promise<void> {
  await spendAttempt(PER_OWNER, owner);
  await spendAttempt(perAddress(), sha256(address));
}

/**
 * Counts a complaint that is begun, or sent whole by a program.
 * @throws AppError `too-many-requests` with the `seconds` to wait
 */
export async function countDraft(address: string): Promise<void> {
  const limit = { name: 'drafts-from-address', points: env().DRAFTS_PER_ADDRESS, seconds: SECONDS };
  await spendAttempt(limit, sha256(address));
}
