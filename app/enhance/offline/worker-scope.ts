/** What a service worker's scope has besides a page's: TypeScript's DOM types leave it out. */

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

export interface WorkerScope {
  /** What the server wrote before the script. */
  readonly KEPT: Kept;
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'sync', listen: (event: SyncEvent) => void): void;
}

/** What a build keeps on the device. */
export interface Kept {
  /** Differs whenever anything in the pages or their files may. */
  readonly version: string;
  /** Styles, scripts, icons: addresses whose content is nobody's. */
  readonly files: readonly string[];
  /** Pages that are kept in every language. */
  readonly pages: readonly string[];
  readonly languages: readonly string[];
}
