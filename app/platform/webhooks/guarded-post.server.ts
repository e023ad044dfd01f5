import { lookup as systemLookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { withoutControls } from '#app/domain/shared/text.ts';
import { isWithin, mayReach, type Networks } from './address-guard.ts';

/** What an endpoint answered. */
export interface Answer {
  readonly status: number;
  /** The beginning of the body, as text. */
  readonly body: string;
}

export type PostFailure = 'forbidden-address' | 'slow' | 'unreachable' | 'insecure';

/** Why no answer came. */
export class PostFailed extends Error {
  override readonly name = 'PostFailed';
  readonly reason: PostFailure;

  constructor(reason: PostFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The rules under which requests leave the portal. */
export interface PostRules {
  /** Networks that may be reached although they are not public; on their addresses any port. */
  readonly allowed: Networks;
  /** Whether http: may be used. */
  readonly plain: boolean;
  /** How long connection, request and answer may take together, in milliseconds. */
  readonly timeout: number;
  /** Resolves names; the system's resolver unless told. */
  readonly lookup?: LookupFunction;
}

export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** At most so much of an answer is read; the connection is closed on the rest. */
const MOST_BYTES = 64 * 1024;
/** At most so much of it is kept. */
const KEPT_CHARACTERS = 300;

/** Where web servers for machines listen. */
const PORTS: readonly string[] = ['', '443', '8443'];
const PLAIN_PORTS: readonly string[] = ['', '80', '8080', ...PORTS];

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/**
 * Why an address can't be an endpoint as it is written, before any name is resolved; null when it can. Names are
 * looked at again when a connection is made, because what they mean changes.
 */
export function refusedUrl(text: string, rules: Pick<PostRules, 'allowed' | 'plain'>): string | null {
  if (!URL.canParse(text) || text.length > 500) return 'not-a-url';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(rules.plain && url.protocol === 'http:')) return 'https-only';
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'not-a-url';
  const host = hostOf(url);
  const isAddress = isIP(host) !== 0;
  if (isAddress && !mayReach(host, rules.allowed)) return 'private-address';
  if (isAddress && isWithin(host, rules.allowed)) return null;
  const ports = url.protocol === 'https:' ? PORTS : PLAIN_PORTS;
  // A name may turn out to be in an allowed network; the connection decides.
  return ports.includes(url.port) || rules.allowed.length > 0 ? null : 'port-not-allowed';
}

function forbidden(message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code: 'EFORBIDDENADDRESS' });
}

/**
 * The resolver of the very connection that carries the request: every address that a name stands for is looked at,
 * and the connection goes to one of those, so that a name which changes its meaning gains nothing.
 */
export function guardedLookup(url: URL, rules: PostRules): LookupFunction {
  const resolve = rules.lookup ?? (systemLookup as LookupFunction);
  const ports = url.protocol === 'https:' ? PORTS : PLAIN_PORTS;
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const found =
        typeof addresses === 'string' ? [{ address: addresses, family: isIP(addresses) }] : addresses;
      const reachable = ({ address }: { address: string }) =>
        mayReach(address, rules.allowed) && (ports.includes(url.port) || isWithin(address, rules.allowed));
      const [first] = found;
      if (first === undefined || !found.every(reachable)) {
        return callback(forbidden('the name stands for an address that may not be reached'), []);
      }
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/** What went wrong on the way, in terms of the rules. */
export function failureOf(error: NodeJS.ErrnoException): PostFailed {
  if (error instanceof PostFailed) return error;
  const code = error.code ?? '';
  if (code === 'EFORBIDDENADDRESS') return new PostFailed('forbidden-address', error.message);
  if (code === 'ETIMEDOUT') return new PostFailed('slow', code);
  const insecure = /CERT|SSL|TLS|SIGNATURE/.test(code);
  return new PostFailed(
    insecure ? 'insecure' : 'unreachable',
    code === '' ? error.message.slice(0, 100) : code,
  );
}

/** Reads the beginning of an answer and lets go of the rest. */
function readAnswer(response: IncomingMessage, request: ClientRequest, done: (answer: Answer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = () => {
    const body = withoutControls(Buffer.concat(chunks).toString('utf8').slice(0, KEPT_CHARACTERS));
    done({ status: response.statusCode ?? 0, body });
    request.destroy();
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, MOST_BYTES - size));
    size += chunk.length;
    if (size >= MOST_BYTES) finish();
  });
  response.once('end', finish);
  response.once('error', finish);
}

/**
 * Posts to an address that somebody else chose: only to public networks (and those allowed on purpose), on the ports
 * of web servers, without following redirects, within a time limit, reading no more than 64 KB.
 * @throws PostFailed when no answer came
 */
export async function guardedPost(post: OutgoingPost, rules: PostRules): Promise<Answer> {
  const refused = refusedUrl(post.url, rules);
  if (refused !== null) throw new PostFailed('forbidden-address', refused);
  const url = new URL(post.url);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<Answer>((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      // A connection of its own: one that is kept would skip the look at its address.
      agent: false,
      lookup: guardedLookup(url, rules),
      headers: { ...post.headers, 'content-length': String(Buffer.byteLength(post.body)) },
    });
    const limit = setTimeout(
      () => request.destroy(new PostFailed('slow', 'no answer in time')),
      rules.timeout,
    );
    const settle = (work: () => void) => {
      clearTimeout(limit);
      work();
    };
    request.once('response', response =>
      readAnswer(response, request, answer => settle(() => resolve(answer))),
    );
    request.on('error', error => settle(() => reject(failureOf(error))));
    request.end(post.body);
  });
}
