import { latestCopy } from './offline/online-copy.ts';
import { SYNC_TAG, sendWaiting } from './offline/send.ts';
import type { FetchEvent, WorkerScope } from './offline/worker-scope.ts';

/**
 * Keeps the offline wizard in each language, and answers with it when the network is gone. No other page is ever
 * kept: what the server says to one person is in no cache of ours.
 */

const scope = self as unknown as WorkerScope;
const { version, files, pages, languages } = scope.KEPT;
const PREFIX = 'recours-';
const CACHE = `${PREFIX}${version}`;
/** Outlives versions: which language the visitor reads. */
const MEMORY = 'recours.language';
const LANGUAGE = '/language';
const [WIZARD = '', GONE = ''] = pages;

function keyOf(page: string, language: string): string {
  return `${page}?lng=${language}`;
}

async function remember(language: string): Promise<void> {
  if (!languages.includes(language)) return;
  const memory = await caches.open(MEMORY);
  await memory.put(LANGUAGE, new Response(language));
}

async function remembered(): Promise<string> {
  const kept = await caches.match(LANGUAGE, { cacheName: MEMORY });
  return (await kept?.text()) ?? languages[0] ?? '';
}

/** A page as anybody sees it in a language: without cookies. @throws when the server has none to give */
async function fetchPage(page: string, language: string): Promise<Response> {
  const headers = { 'Accept-Language': language };
  const answer = await fetch(page, { credentials: 'omit', cache: 'no-store', redirect: 'error', headers });
  if (!answer.ok || answer.headers.get('Content-Language') !== language) throw new Error(page);
  return answer;
}

async function keepPages(cache: Cache, language: string): Promise<void> {
  for (const page of pages) await cache.put(keyOf(page, language), await fetchPage(page, language));
}

/** The language in which the server answers this visitor. */
async function askLanguage(): Promise<string> {
  const answer = await fetch(GONE, { method: 'HEAD', cache: 'no-store' });
  return answer.headers.get('Content-Language') ?? '';
}

/** The visitor's language must be there before this version is; the others come when they can. */
async function install(): Promise<void> {
  const own = await askLanguage();
  await remember(own);
  const cache = await caches.open(CACHE);
  await cache.addAll([...files]);
  await keepPages(cache, await remembered());
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await scope.registration.navigationPreload?.enable();
  void keepOtherLanguages(await caches.open(CACHE));
}

/** Somebody who pays for each megabyte has said so to the browser: one language must do. */
function sparesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** Into this cache and no other: once the visitor has had everything forgotten, none may come into being again. */
async function keepOtherLanguages(cache: Cache): Promise<void> {
  if (sparesData()) return;
  const own = await remembered();
  for (const language of languages) {
    if (language !== own) await keepPages(cache, language).catch(() => undefined);
  }
}

/** Pages of the wizard's task; a receipt is nobody's but its holder's and can't be shown without the network. */
function isFiling({ pathname }: URL): boolean {
  return pathname.startsWith('/complaint/') && pathname !== '/complaint/receipt';
}

async function kept(page: string, language: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  for (const wanted of [language, ...languages]) {
    const found = await cache.match(keyOf(page, wanted), { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** The pages whose answers a device copies, in their order: where one was sent in vain, its copy is gone on with. */
const FIRST = '/complaint/new';
const STEPS = ['service', 'problem', 'when', 'facts', 'attempts', 'wish', 'evidence', 'contact', 'check'];
const COPIED = [FIRST, ...STEPS.map(step => `${FIRST}/${step}`)];

/** The wizard's page after the one whose answers were sent in vain; null where no copy is there to go on with. */
async function nextPage({ method }: Request, { pathname }: URL): Promise<string | null> {
  const sent = COPIED.indexOf(pathname);
  if (method !== 'POST' || sent === -1 || (await latestCopy()) === undefined) return null;
  return `${WIZARD}#${STEPS[sent] ?? 'check'}`;
}

/** What is shown when the network gave no answer. */
async function answerOffline(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const next = await nextPage(request, url).catch(() => null);
  if (next !== null) return Response.redirect(new URL(next, location.origin), 303);
  const chosen = url.searchParams.get('lng');
  if (chosen) await remember(chosen);
  const page = request.method === 'GET' && isFiling(url) ? WIZARD : GONE;
  return (await kept(page, await remembered())) ?? Response.error();
}

/** Choosing a language is a form: its choice is kept here until the server can keep it. */
async function answerLanguage(form: Request): Promise<Response> {
  const fields = await form.formData();
  await remember(String(fields.get('lng')));
  const back = new URL(String(fields.get('back') ?? '/'), location.origin);
  const page = isFiling(back) ? WIZARD : GONE;
  return Response.redirect(new URL(page, location.origin), 303);
}

async function navigate(event: FetchEvent): Promise<Response> {
  const { request, preloadResponse } = event;
  const form =
    request.method === 'POST' && new URL(request.url).pathname === LANGUAGE ? request.clone() : null;
  try {
    const answer = (await preloadResponse) ?? (await fetch(request));
    const language = answer.headers.get('Content-Language');
    if (language) event.waitUntil(remember(language));
    event.waitUntil(sendWaiting().catch(() => undefined));
    return answer;
  } catch {
    return form ? answerLanguage(form) : answerOffline(request);
  }
}

async function keptFile(request: Request): Promise<Response> {
  const found = await caches.match(request, { cacheName: CACHE, ignoreVary: true });
  return found ?? fetch(request);
}

/** Tried again by the browser, later and later, until it succeeds. */
async function sendOrFail(): Promise<void> {
  if ((await sendWaiting()) > 0) throw new Error('a complaint is still waiting');
}

scope.addEventListener('install', event => event.waitUntil(install()));
scope.addEventListener('activate', event => event.waitUntil(activate()));
scope.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(navigate(event));
  else if (request.method === 'GET' && files.includes(pathname)) event.respondWith(keptFile(request));
});
scope.addEventListener('sync', event => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendOrFail());
});
