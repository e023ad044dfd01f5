import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

export interface TestProvider {
  readonly issuer: string;
  /** What the provider says of somebody, by her login. */
  readonly people: Record<string, Record<string, unknown>>;
  /** Changes the answers of the token endpoint, to see what a meddler would gain. */
  meddle: ((answer: Record<string, unknown>) => Record<string, unknown>) | null;
  /** How many requests have come. */
  requests(): number;
  stop(): Promise<void>;
}

export const CLIENT = { id: 'recours', secret: 'a secret of the test only' } as const;
export const OTHER_CLIENT = { id: 'another-application', secret: 'another secret of the test' } as const;

function clientOf({ id, secret }: { id: string; secret: string }, callback: string) {
  return {
    client_id: id,
    client_secret: secret,
    redirect_uris: [callback],
    token_endpoint_auth_method: 'client_secret_basic' as const,
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** A real OpenID provider (`oidc-provider`, certified) in this process, until it is stopped. */
export async function startProvider(callback: string): Promise<TestProvider> {
  let handle: ReturnType<Provider['callback']> | undefined;
  let served = 0;
  const server = createServer((request, response) => {
    served += 1;
    void handle?.(request, response);
  });
  const issuer = await listen(server);
  const stop = () => new Promise<void>(resolve => server.close(() => resolve()));
  const made: TestProvider = { issuer, people: {}, meddle: null, requests: () => served, stop };
  const provider = new Provider(issuer, {
    clients: [clientOf(CLIENT, callback), clientOf(OTHER_CLIENT, callback)],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...made.people[id] }),
    }),
  });
  provider.use(async (context, next) => {
    await next();
    const body: unknown = context.body;
    if (context.path === '/token' && made.meddle !== null && typeof body === 'object' && body !== null)
      context.body = made.meddle({ ...body });
  });
  handle = provider.callback();
  return made;
}

/** A browser that knows nothing but cookies, forms and redirects. */
class Visitor {
  readonly #cookies = new Map<string, string>();

  async fetch(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const equals = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    return answer;
  }
}

const FORMS: Readonly<Record<string, (login: string) => Record<string, string>>> = {
  login: login => ({ prompt: 'login', login, password: 'whatever' }),
  consent: () => ({ prompt: 'consent' }),
};

/**
 * Signs somebody in at the provider as a browser would: its own login and consent pages, its own redirects.
 * @returns the address to which the provider sends the browser back
 */
export async function signInAtProvider(
  authorization: string,
  login: string,
  callback: string,
): Promise<string> {
  const visitor = new Visitor();
  let next = authorization;
  for (let step = 0; step < 12; step += 1) {
    const answer = await visitor.fetch(next);
    const location = answer.headers.get('location');
    if (location !== null) {
      next = new URL(location, next).href;
      if (next.startsWith(callback)) return next;
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    const form = FORMS[prompt]?.(login);
    if (form === undefined) throw new Error(`${answer.status} ${page.slice(0, 500)}`);
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? next;
    const sent = await visitor.fetch(new URL(action, next).href, form);
    next = new URL(sent.headers.get('location') ?? '', next).href;
    if (next.startsWith(callback)) return next;
  }
  throw new Error('the provider never came back');
}
