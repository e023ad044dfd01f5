import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { failureOf, guardedLookup, PostFailed, type PostRules, refusedUrl } from './guarded-post.server.ts';

/** Metadata, keys and tokens of an identity provider are far smaller. */
const MOST_BYTES = 512 * 1024;

interface OutgoingRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A form, or nothing. */
  readonly body?: unknown;
}

function bodyText(body: unknown): string {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('only forms and texts are sent');
}

async function readWhole(response: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) throw new PostFailed('unreachable', 'the answer is too long');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function headersOf(response: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    for (const part of [value ?? []].flat()) headers.append(name, part);
  }
  return headers;
}

const NO_BODY: readonly number[] = [204, 205, 304];

/**
 * `fetch` for an address that somebody else chose, under the rules of `guardedPost`: only public networks (and those
 * allowed on purpose), no redirects followed, a limited time and length.
 * @throws PostFailed when no answer came
 */
export async function guardedFetch(
  text: string,
  given: OutgoingRequest,
  rules: PostRules,
): Promise<Response> {
  const refused = refusedUrl(text, rules);
  if (refused !== null) throw new PostFailed('forbidden-address', refused);
  const url = new URL(text);
  const body = bodyText(given.body);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, {
        method: given.method,
        agent: false,
        lookup: guardedLookup(url, rules),
        headers: {
          ...given.headers,
          ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }),
        },
        signal: AbortSignal.timeout(rules.timeout),
      });
      request.once('response', resolve);
      request.once('error', reject);
      request.end(body);
    });
    const status = response.statusCode ?? 502;
    const whole = await readWhole(response);
    return new Response(NO_BODY.includes(status) ? null : whole, { status, headers: headersOf(response) });
  } catch (error) {
    throw failureOf(error instanceof Error ? error : new Error(String(error)));
  }
}
