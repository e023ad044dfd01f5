import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#app/domain/case/event-chain.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import type { Decision } from './officer-commands.schema.ts';

interface DecisionInput extends Omit<CommandInput, 'command'> {
  readonly decision: Decision;
}

/** What a decision orders; one that upholds nothing orders nothing, whatever its form still held. */
function orderOf({ outcome, remedy, remedyDays, amount }: Decision) {
  if (outcome === 'not_upheld') return { remedy: null, remedyDays: null, amountMinor: null };
  return { remedy: remedy ?? null, remedyDays: remedyDays ?? null, amountMinor: amount ?? null };
}

/** The officer decides. Unless nothing is upheld, the operator's clock for the remedy starts. */
export function decideCase(input: DecisionInput) {
  return executeCommand({ ...input, command: 'decide' }, () => {
    const { outcome, reasons } = input.decision;
    const { remedy, remedyDays, amountMinor } = orderOf(input.decision);
    const decisionId = randomUUID();
    const digest = sha256(canonicalJson({ decisionId, outcome, reasons, remedy, remedyDays, amountMinor }));
    const row = {
      id: decisionId,
      case_id: input.caseId,
      outcome,
      reasons,
      remedy,
      remedy_days: remedyDays,
      amount_minor: amountMinor,
      at: input.now,
      decided_by: input.actor.name ?? input.actor.id,
    };
    const payload = { decisionId, outcome, remedyDays, amountMinor, digest };
    return { events: [{ type: 'decided', payload }], rows: { decisions: [row] } };
  });
}
