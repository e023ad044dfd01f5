import { refuseMethod } from '../answer.server.ts';
import type { Route } from './+types/messages.ts';
import { answerCommand } from './answer-command.server.ts';
import { readCase } from './read-case.server.ts';
import { shownMessages } from './shown-case.server.ts';
import { jsonFor, withKey } from './with-key.server.ts';

/** What was written between the parties of a case. */
export function loader({ request, params: { reference } }: Route.LoaderArgs): Promise<Response> {
  return withKey({ request, operation: 'listMessages', reference }, async asked => {
    const found = await readCase(asked, reference);
    return jsonFor(asked, { messages: shownMessages(found) }, { version: found.version });
  });
}

/** Writes to the complainant through the portal. */
export function action({ request, params: { reference } }: Route.ActionArgs): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod(request, 'GET, HEAD, POST');
  return answerCommand({ request, operation: 'sendMessage', reference });
}
