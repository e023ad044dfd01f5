import type { SeenCase } from '#app/domain/access/seen-case.ts';
import type { RefusedCommand } from './case-command.server.ts';

export interface OfferedOperator {
  readonly id: string;
  readonly name: string;
}

/** What every form of a case's page is given. */
export interface CommandsProps {
  readonly found: SeenCase;
  readonly operators: readonly OfferedOperator[];
  readonly refused: RefusedCommand | undefined;
}
