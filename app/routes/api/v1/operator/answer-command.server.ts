import { AppError } from '#app/domain/shared/errors.ts';
import { readJsonText } from '#app/platform/http/read-form.server.ts';
import { giveCommand } from '#app/usecases/operator-api/give-command.server.ts';
import type { CommandOperationId } from '#app/usecases/operator-api/operations.ts';
import { keyOf } from '../idempotency-key.server.ts';
import { caseLinks } from './shown-case.server.ts';
import { jsonFor, withKey } from './with-key.server.ts';

interface CommandRequest {
  readonly request: Request;
  readonly operation: CommandOperationId;
  readonly reference: string;
}

/** The version that If-Match names; undefined where any will do. */
function ifMatchOf(request: Request): number | undefined {
  const header = request.headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const [, version] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (version === undefined) throw new AppError('malformed-request');
  return Number(version);
}

function requiredKeyOf(request: Request): string {
  const key = keyOf(request);
  if (key === null) throw new AppError('idempotency-key-missing');
  return key;
}

/** Gives a command to a case for who has the key and the scope. */
export function answerCommand({ request, operation, reference }: CommandRequest): Promise<Response> {
  return withKey({ request, operation, reference }, async asked => {
    const [key, ifMatch] = [requiredKeyOf(request), ifMatchOf(request)];
    const json = await readJsonText(request);
    const { actor, at: now } = asked;
    const answered = await giveCommand({ actor, operation, reference, key, ifMatch, json, now });
    const shown = { ...answered, links: caseLinks(answered.reference) };
    return jsonFor(asked, shown, { version: answered.version, status: answered.answerWaits ? 202 : 200 });
  });
}
