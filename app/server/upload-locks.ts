import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';

/** Who works on one upload, and who waits for it. */
interface Place {
  release: RequestRelease;
  readonly waiting: (() => void)[];
}

/**
 * One request at a time works on an upload. A newcomer asks the one before to stop: after a broken connection that
 * is the client itself, which the server still waits for. Who waits is woken, and does not ask again and again.
 */
export class UploadLocks implements Locker {
  readonly #places = new Map<string, Place>();

  newLock(id: string): Lock {
    return {
      lock: (signal, release) => this.#lock(id, signal, release),
      unlock: async () => this.#unlock(id),
    };
  }

  async #lock(id: string, signal: AbortSignal, release: RequestRelease): Promise<void> {
    for (let place = this.#places.get(id); place !== undefined; place = this.#places.get(id)) {
      const { waiting } = place;
      const freed = new Promise<void>(resolve => waiting.push(resolve));
      await place.release();
      await freed;
      if (signal.aborted) throw ERRORS.ABORTED;
    }
    this.#places.set(id, { release, waiting: [] });
  }

  #unlock(id: string): void {
    const place = this.#places.get(id);
    this.#places.delete(id);
    for (const wake of place?.waiting ?? []) wake();
  }
}
