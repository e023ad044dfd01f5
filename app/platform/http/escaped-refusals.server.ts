import { AppError, ERROR_CODES, type ErrorCode } from '#app/domain/shared/errors.ts';
import { log } from '../log.server.ts';

/** What the error page says: why something was refused. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const escaped = new WeakMap<Request, AppError>();

/**
 * Takes what no route has caught. A refusal (a form too large to be read, say) is kept for {@link refusalOf}; everything
 * else is a fault of ours and is logged, unless the visitor has left or asked for what doesn't exist.
 */
export function noteEscaped(error: unknown, request: Request): void {
  if (error instanceof AppError && error.status < 500) escaped.set(request, error);
  else if (!request.signal.aborted && !isAnswer(error)) log.error({ err: error }, 'fault of a page');
}

/** An error that the framework or a route has made to be shown, with a status of its own. */
function isAnswer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500;
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}

/** What a route without a page of its own (a file, say) refused with: `toErrorPage` leaves code and params as JSON. */
async function refusalInJson(response: Response): Promise<Refusal | null> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status < 400 || !type.startsWith('application/json')) return null;
  const body: { code?: unknown; params?: Refusal['params'] } | null = await response.clone().json();
  return isErrorCode(body?.code) ? { code: body.code, params: body.params ?? {} } : null;
}

/** Why `response` refuses `request`, where the answer doesn't yet say it to a person; null for every other answer. */
export async function refusalOf(request: Request, response: Response): Promise<Refusal | null> {
  const error = escaped.get(request);
  if (error !== undefined) return { code: error.code, params: error.params };
  return new URL(request.url).pathname.startsWith('/api/') ? null : refusalInJson(response);
}
