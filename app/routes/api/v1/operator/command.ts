import { AppError } from '#app/domain/shared/errors.ts';
import { discardBody } from '#app/platform/http/body.server.ts';
import { commandAt } from '#app/usecases/operator-api/operations.ts';
import { answerApi, refuseMethod } from '../answer.server.ts';
import type { Route } from './+types/command.ts';
import { answerCommand } from './answer-command.server.ts';

async function refuseAddress(request: Request): Promise<Response> {
  await discardBody(request);
  return answerApi(request, () => Promise.reject(new AppError('not-found')));
}

/** Gives the command that the end of the address names. */
export function action({ request, params: { reference, command } }: Route.ActionArgs): Promise<Response> {
  const operation = commandAt(command);
  if (operation === undefined) return refuseAddress(request);
  if (request.method !== 'POST') return refuseMethod(request, 'POST');
  return answerCommand({ request, operation, reference });
}

export function loader({ request, params: { command } }: Route.LoaderArgs): Promise<Response> {
  return commandAt(command) === undefined ? refuseAddress(request) : refuseMethod(request, 'POST');
}
