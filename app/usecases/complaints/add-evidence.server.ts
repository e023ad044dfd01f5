import { AppError } from '#app/domain/shared/errors.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { attachToCase } from './attach-to-case.server.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';

interface EvidenceAddition extends Omit<CommandInput, 'command'> {
  readonly files: readonly StoredUpload[];
  /** Of confidential annexes in a dispute between operators: what the other party is told instead. */
  readonly withheldAs?: string | null | undefined;
}

/** A party adds files to its case; the hash of each is sealed in an event of its own. */
export function addEvidence(input: EvidenceAddition) {
  return executeCommand({ ...input, command: 'add-evidence' }, async (loaded, tx) => {
    if (input.withheldAs && loaded.projection.filed.track !== 'wholesale') throw new AppError('forbidden');
    return { events: await attachToCase(tx, loaded, input) };
  });
}
