import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listenToDatabase, type Notifications } from '#app/platform/db/notifications.server.ts';

/** The channel on which triggers tell that a case changed; see the migration `desk`. */
const CHANNEL = 'case_changed';

const Payload = z.object({ operator: z.string(), case: z.string() });

type OnChange = (caseId: string | null) => void;

/** What this process knows of changes to operators' cases: one connection, however many people look. */
interface Pulse {
  readonly notifications: Notifications;
  /** Differs between processes and between connections. */
  epoch: string;
  readonly revisions: Map<string, number>;
  readonly listeners: Map<string, Set<OnChange>>;
}

let pulse: Pulse | undefined;

function tell(told: Pulse, operatorId: string, caseId: string | null): void {
  told.revisions.set(operatorId, (told.revisions.get(operatorId) ?? 0) + 1);
  for (const listener of told.listeners.get(operatorId) ?? []) listener(caseId);
}

function read(payload: string): z.infer<typeof Payload> | null {
  try {
    return Payload.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

function start(): Pulse {
  const [revisions, listeners] = [new Map<string, number>(), new Map<string, Set<OnChange>>()];
  const started: Pulse = {
    epoch: randomUUID(),
    revisions,
    listeners,
    notifications: listenToDatabase({
      channel: CHANNEL,
      onPayload: payload => {
        const change = read(payload);
        if (change !== null) tell(started, change.operator, change.case);
      },
      // Whatever happened during a gap was not told: everybody looks anew.
      onConnected: () => {
        started.epoch = randomUUID();
        for (const operatorId of listeners.keys()) tell(started, operatorId, null);
      },
    }),
  };
  return started;
}

/** Begins to listen, once a process; for processes that show pages. */
export function followDesks(): void {
  pulse ??= start();
}

/** A name for the state of an operator's cases that changes with each of them; null while nobody listens. */
export function deskRevision(operatorId: string): string | null {
  if (pulse === undefined || !pulse.notifications.connected) return null;
  return `${pulse.epoch}-${pulse.revisions.get(operatorId) ?? 0}`;
}

/**
 * Calls back at each change of an operator's cases, with the case, or null when any may have changed.
 * @returns a function that ends it
 */
export function onDeskChange(operatorId: string, listener: OnChange): () => void {
  followDesks();
  const listeners = pulse?.listeners.get(operatorId) ?? new Set();
  pulse?.listeners.set(operatorId, listeners);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
