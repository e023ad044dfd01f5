type Close = () => unknown;

const closers: { name: string; close: Close }[] = [];

/** Registers what has to be closed when the process ends; the last one registered is closed first. */
export function onShutdown(name: string, close: Close): void {
  closers.push({ name, close });
}

/**
 * Closes everything registered, in reverse order. One that fails or hangs is reported and does not keep the
 * others open; the whole takes at most `milliseconds`.
 */
export async function shutDown(milliseconds = 8000): Promise<void> {
  const end = performance.now() + milliseconds;
  for (const { name, close } of closers.splice(0).reverse()) {
    try {
      await withinTime(close(), Math.max(end - performance.now(), 100));
    } catch (error) {
      console.error(`While closing ${name}:`, error);
    }
  }
}

async function withinTime(work: unknown, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not closed within ${Math.round(milliseconds)} ms`)),
      milliseconds,
    );
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Shuts down on SIGTERM, SIGINT and SIGHUP, and when the process that started this one is gone. A second Ctrl+C
 * ends the process at once; one within a second is the same one, sent by the terminal and by the parent.
 */
export function shutDownOnSignals(): void {
  let askedAt: number | undefined;
  const end = () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > 1000) process.exit(1);
      return;
    }
    askedAt = performance.now();
    void shutDown().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  process.once('disconnect', end);
}
