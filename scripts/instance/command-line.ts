import { parseArgs } from 'node:util';
import { StartRefused } from '#app/platform/start-refused.server.ts';

interface CommandLine<Name extends string> {
  readonly values: Readonly<Partial<Record<Name, string>>>;
  readonly positionals: readonly string[];
}

/**
 * The options of a command, each with a value, and what stands beside them.
 * @throws StartRefused with the problem and the example, for an option that the command doesn't know
 */
export function readOptions<const Name extends string>(
  names: readonly Name[],
  example: string,
): CommandLine<Name> {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' } as const]));
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { values: values as CommandLine<Name>['values'], positionals };
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new StartRefused(`${problem}.\nExample: ${example}`);
  }
}
