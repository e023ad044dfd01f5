/** Streams that last as long as a page is open, so that a process which ends can close them first. */
const closers = new Set<() => void>();

/** Registers what closes a stream. @returns a function that forgets it */
export function onLiveEnd(close: () => void): () => void {
  closers.add(close);
  return () => closers.delete(close);
}

/** Closes every stream; browsers ask again, and find the next process. */
export function endLiveStreams(): void {
  for (const close of [...closers]) close();
}
