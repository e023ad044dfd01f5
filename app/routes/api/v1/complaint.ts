import { complainantOf } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { openCaseByReceipt } from '#app/usecases/accounts/open-case-by-receipt.server.ts';
import { complainantCase } from '#app/usecases/complaints/queries/complainant-case.server.ts';
import type { Route } from './+types/complaint.ts';
import { answerApi, apiLanguage, refuseMethod } from './answer.server.ts';
import { shownCase } from './shown-case.server.ts';

/** The code travels in a header: addresses end up in logs and histories. */
const AUTHORIZATION = /^Receipt +(\S.{0,80})$/i;

function codeOf(request: Request): string {
  const code = AUTHORIZATION.exec(request.headers.get('authorization') ?? '')?.[1];
  if (code === undefined) throw new AppError('unauthenticated');
  return code;
}

/** Shows a complaint to the holder of its receipt: docs/api.md. */
export function loader({ request, params }: Route.LoaderArgs): Promise<Response> {
  return answerApi(request, async () => {
    const code = codeOf(request);
    const address = clientAddress(request);
    const { caseId } = await openCaseByReceipt({ reference: params.reference, code, address });
    const view = await complainantCase(complainantOf(caseId), now().toISOString());
    const language = apiLanguage(request);
    return Response.json(shownCase(view, language), {
      headers: { 'cache-control': 'no-store', 'content-language': language, vary: 'Accept-Language' },
    });
  });
}

export function action({ request }: Route.ActionArgs): Promise<Response> {
  return refuseMethod(request, 'GET, HEAD');
}
