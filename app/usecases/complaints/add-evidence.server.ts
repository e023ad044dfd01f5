import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { attachToCase } from './attach-to-case.server.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';

interface EvidenceAddition extends Omit<CommandInput, 'command'> {
  readonly files: readonly StoredUpload[];
}

/** A party adds files to its case; the hash of each is sealed in an event of its own. */
export function addEvidence(input: EvidenceAddition) {
  return executeCommand({ ...input, command: 'add-evidence' }, async (loaded, tx) => ({
    events: await attachToCase(tx, loaded, input),
  }));
}
