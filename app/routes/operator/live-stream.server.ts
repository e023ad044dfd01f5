import { onLiveEnd } from '#app/platform/http/live-streams.server.ts';
import { findStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
import { deskRevision, onDeskChange } from '#app/usecases/desk/desk-pulse.server.ts';

/** Tabs of one person that hear of changes at once; further ones are reloaded by hand. */
const MOST_STREAMS = 6;
const HEARTBEAT_MILLISECONDS = 20_000;
/** A batch of a thousand answers is one event. */
const GATHER_MILLISECONDS = 300;
/** More than a page shows: the page looks for itself. */
const MOST_NAMED = 100;
/** After a lost connection the browser waits so long before it asks again. */
const RETRY_MILLISECONDS = 4_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform keeps compression from holding events back.
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

const open = new Map<string, number>();

function count(userId: string, by: 1 | -1): void {
  const left = (open.get(userId) ?? 0) + by;
  if (left > 0) open.set(userId, left);
  else open.delete(userId);
}

/** Whether the session still stands, for the same desk. */
async function mayStillHear(request: Request, staff: StaffMember): Promise<boolean> {
  const current = await findStaff(request).catch(() => null);
  return current?.sessionId === staff.sessionId && current.organisation === staff.organisation;
}

interface Connection {
  readonly request: Request;
  readonly staff: StaffMember;
  readonly write: (text: string) => void;
  readonly close: () => void;
}

function eventText(operatorId: string, cases: ReadonlySet<string>): string {
  const named = cases.size > MOST_NAMED ? [] : [...cases];
  return `id: ${deskRevision(operatorId) ?? ''}\nevent: queue\ndata: ${JSON.stringify({ cases: named })}\n\n`;
}

/** Gathers changes for a moment, looks whether the person may still hear of them, and tells. */
function tellChanges({ request, staff, write, close }: Connection): () => void {
  const operatorId = staff.organisation ?? '';
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    timer = undefined;
    const cases = new Set(changed);
    changed.clear();
    if (await mayStillHear(request, staff)) write(eventText(operatorId, cases));
    else close();
  };
  const stop = onDeskChange(operatorId, caseId => {
    if (caseId !== null) changed.add(caseId);
    timer ??= setTimeout(flush, GATHER_MILLISECONDS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Keeps the line open, and ends it when the session has ended. */
function beat({ request, staff, write, close }: Connection): () => void {
  const timer = setInterval(async () => {
    if (await mayStillHear(request, staff)) write(':\n\n');
    else close();
  }, HEARTBEAT_MILLISECONDS);
  return () => clearInterval(timer);
}

/** What a browser has missed: it names the last event that it had, or how the desk stood when its page was made. */
function greeting(request: Request, operatorId: string): string {
  const known = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since');
  const missed = known !== null && known !== deskRevision(operatorId);
  return `retry: ${RETRY_MILLISECONDS}\n\n${missed ? eventText(operatorId, new Set()) : ':\n\n'}`;
}

function connect(request: Request, staff: StaffMember, controller: ReadableStreamDefaultController) {
  const encoder = new TextEncoder();
  const ended = new AbortController();
  const close = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    controller.close();
  };
  const write = (text: string) => {
    if (!ended.signal.aborted) controller.enqueue(encoder.encode(text));
  };
  const connection: Connection = { request, staff, write, close };
  const stops = [tellChanges(connection), beat(connection), onLiveEnd(close), () => count(staff.id, -1)];
  ended.signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  request.signal.addEventListener('abort', close, { once: true });
  write(greeting(request, staff.organisation ?? ''));
  return () => ended.abort();
}

/** The stream of a desk's changes for one open page; 429 to who has too many open already. */
export function openLiveStream(request: Request, staff: StaffMember): Response {
  if ((open.get(staff.id) ?? 0) >= MOST_STREAMS) return new Response(null, { status: 429 });
  count(staff.id, 1);
  let forget: (() => void) | undefined;
  const stream = new ReadableStream({
    start: controller => {
      forget = connect(request, staff, controller);
    },
    cancel: () => forget?.(),
  });
  return new Response(stream, { headers: HEADERS });
}
