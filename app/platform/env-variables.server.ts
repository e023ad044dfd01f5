import { createPrivateKey } from 'node:crypto';
import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** One setting: how it is read, and what a person who sets it needs to know. */
export interface EnvVariable<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  readonly description: string;
  /** Shown in the configuration table; the schema applies it. */
  readonly fallback: string;
  readonly example: string;
  /** Its value is never printed. */
  readonly secret?: boolean;
  /** Has to be set on production instances. */
  readonly requiredInProduction?: boolean;
}

function variable<S extends z.ZodType>(settings: EnvVariable<S>): EnvVariable<S> {
  return settings;
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine(value => value >= from && value <= to, `must be a whole number from ${from} to ${to}`);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

const urlOf = (...schemes: string[]) =>
  z
    .string()
    .refine(
      value => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)),
      `must be a URL that begins with ${schemes.map(scheme => `${scheme}://`).join(' or ')}`,
    )
    .refine(namesAnEnd, 'must name a host, or a socket after unix://');

function namesAnEnd(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { protocol, hostname, pathname } = new URL(value);
  return protocol === 'unix:' ? pathname.length > 1 : hostname !== '';
}

function isOriginOnly(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { pathname, search, hash, username } = new URL(value);
  return pathname === '/' && search === '' && hash === '' && username === '';
}

const hostName = z
  .string()
  .refine(
    value => isIP(value) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value),
    'must be an address or the name of a host, without a port',
  );

const folder = z
  .string()
  .refine(
    path => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true,
    'must be a folder, and a file is there',
  );

const mailAddress = z
  .string()
  .regex(
    /^([^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    'must be a mail address, or a name with the address in angle brackets',
  );

const listOf = (text: string) =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');

const databaseUrl = urlOf('postgresql', 'postgres').refine(
  value => !URL.canParse(value) || (new URL(value).pathname.length > 1 && new URL(value).username !== ''),
  'must name a user and a database',
);

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

const ed25519Key = z
  .string()
  .transform(value => (value.includes('-----') ? value : Buffer.from(value, 'base64').toString('utf8')))
  .refine(isEd25519, 'must be an Ed25519 private key');

const listOfNetworks = z
  .string()
  .default('')
  .transform(listOf)
  .refine(
    networks => networks.every(network => ipaddr.isValidCIDR(network)),
    'must be networks in CIDR notation, separated by commas',
  );

const listOfPublicKeys = z
  .string()
  .default('')
  .transform(listOf)
  .refine(
    keys => keys.every(key => /^[\w-]{43}$/.test(key)),
    'must be public keys of 43 characters, separated by commas',
  );

/** Every setting that Recours reads; the README's configuration table is checked against it. */
export const ENV_VARIABLES = {
  NODE_ENV: variable({
    schema: oneOf(['production', 'development', 'test']).default('production'),
    description: 'production, development (pages rebuilt as files change) or test',
    fallback: 'production',
    example: 'production',
  }),
  RECOURS_INSTANCE: variable({
    schema: oneOf(['production', 'demonstration', 'test']).default('production'),
    description: 'demonstration and test instances offer one-click sign-in, /dev/mail and moving of clocks',
    fallback: 'production',
    example: 'demonstration',
  }),
  RECOURS_PROFILE: variable({
    schema: oneOf(['ma', 'ch', 'bf', 'fr']).default('ma'),
    description: 'the jurisdiction: operators, regions, rules, calendars, languages, currency',
    fallback: 'ma',
    example: 'ch',
  }),
  PORT: variable({
    schema: wholeNumber(1, 65_535).default(3000),
    description: 'port of the web process',
    fallback: '3000',
    example: '3000',
  }),
  HOST: variable({
    schema: hostName.default('127.0.0.1'),
    description: 'address on which the web process listens; 0.0.0.0 for every interface',
    fallback: '127.0.0.1',
    example: '0.0.0.0',
  }),
  PUBLIC_URL: variable({
    schema: urlOf('http', 'https')
      .refine(isOriginOnly, 'must end after the host or the port: Recours answers at the root of its address')
      .transform(value => new URL(value).origin)
      .optional(),
    description: "address under which people reach the portal: links in mail, sign-in's origin",
    fallback: 'http://localhost:PORT',
    example: 'https://recours.example',
    requiredInProduction: true,
  }),
  TRUST_PROXY: variable({
    schema: wholeNumber(0, 10).default(0),
    description:
      'how many reverse proxies of yours stand in front; their X-Forwarded-For and -Proto are believed',
    fallback: '0',
    example: '1',
  }),
  DATABASE_URL: variable({
    schema: databaseUrl.optional(),
    description: "the owner's connection, for migrations; unset: PostgreSQL 18 is started under DATA_DIR",
    fallback: 'embedded PostgreSQL',
    example: 'postgresql://recours_owner:secret@localhost:5432/recours',
    secret: true,
  }),
  DATABASE_APP_URL: variable({
    schema: databaseUrl.optional(),
    description: "the app's connection, bound by row-level security",
    fallback: 'DATABASE_URL as recours_app, password derived from APP_SECRET',
    example: 'postgresql://recours_app:secret@localhost:5432/recours',
    secret: true,
  }),
  DATABASE_POOL: variable({
    schema: wholeNumber(1, 200).default(10),
    description: 'database connections of each process',
    fallback: '10',
    example: '20',
  }),
  DATA_DIR: variable({
    schema: folder.default('.data'),
    description: 'folder of the embedded database, evidence and generated secret',
    fallback: '.data',
    example: '/srv/recours',
  }),
  STORAGE_DIR: variable({
    schema: folder.optional(),
    description: 'folder of the evidence',
    fallback: 'DATA_DIR/evidence',
    example: '/srv/recours/evidence',
  }),
  DRAFTS_PER_ADDRESS: variable({
    schema: wholeNumber(1, 1_000_000).default(300),
    description:
      'complaints that may be begun (or sent by the API) from one network address in ten minutes, and a tenth of the files sent',
    fallback: '300',
    example: '1000',
  }),
  APP_SECRET: variable({
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    description: "key of sessions, sealed texts and receipts' signatures; keep it, or sessions end",
    fallback: 'generated and kept in DATA_DIR, except in production',
    example: 'the output of: openssl rand -base64 48',
    secret: true,
    requiredInProduction: true,
  }),
  RECEIPT_SIGNING_KEY: variable({
    schema: ed25519Key.optional(),
    description: 'private key that signs receipts: Ed25519, PKCS#8 as PEM or its base64 on one line',
    fallback: 'derived from APP_SECRET',
    example: 'the output of: openssl genpkey -algorithm ed25519 | base64 -w0',
    secret: true,
  }),
  RECEIPT_FORMER_KEYS: variable({
    schema: listOfPublicKeys,
    description: 'public keys that signed earlier receipts, as published, separated by commas',
    fallback: 'none',
    example: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  }),
  SMTP_URL: variable({
    schema: urlOf('smtp', 'smtps').optional(),
    description: 'mail server, with user and password if it asks for them',
    fallback: 'a receiver on this machine, except in production',
    example: 'smtp://user:secret@mail.example:587',
    secret: true,
    requiredInProduction: true,
  }),
  MAIL_FROM: variable({
    schema: mailAddress.optional(),
    description: 'sender of every mail',
    fallback: 'recours@localhost, except in production',
    example: 'Recours <no-reply@recours.example>',
    requiredInProduction: true,
  }),
  DELIVERY_TIMEOUT: variable({
    schema: wholeNumber(1, 60).default(10),
    description: 'seconds that a mail server may take to greet, and an endpoint to answer',
    fallback: '10',
    example: '20',
  }),
  WEBHOOK_ALLOW_NETWORKS: variable({
    schema: listOfNetworks,
    description:
      'private networks that webhooks may reach on demonstration and test instances; production ignores it',
    fallback: 'none: public networks only',
    example: '127.0.0.0/8',
  }),
  SMS_URL: variable({
    schema: urlOf('http', 'https').optional(),
    description: 'address of the SMS gateway (docs/sms.md)',
    fallback: 'no SMS is offered; demonstrations show it at /dev/mail',
    example: 'https://sms.example/v1/messages',
  }),
  SMS_TOKEN: variable({
    schema: z.string().min(1).optional(),
    description: 'bearer token for the SMS gateway',
    fallback: 'none',
    example: 'the token that the gateway gave you',
    secret: true,
  }),
  SMS_FROM: variable({
    schema: z
      .string()
      .regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/, 'must be a number or at most 11 letters and digits')
      .default('Recours'),
    description: 'sender of every SMS',
    fallback: 'Recours',
    example: 'Recours',
  }),
  CLAMD_URL: variable({
    schema: urlOf('tcp', 'unix').optional(),
    description:
      'scanner (clamd) that looks at evidence before anybody opens it; unset: files are marked as not scanned',
    fallback: 'no scanner',
    example: 'tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl',
  }),
  TEST_CLOCK_FILE: variable({
    schema: z.string().min(1).optional(),
    description:
      'test instances only: file with the time of every process, an instant or milliseconds ahead of the machine',
    fallback: "the machine's clock",
    example: '/tmp/recours-clock',
  }),
  LEAKED_PASSWORDS_URL: variable({
    schema: urlOf('http', 'https').optional(),
    description:
      'list of leaked passwords, asked by the first five digits of the SHA-1 (the range protocol of Have I Been Pwned)',
    fallback: 'only the built-in list of common passwords',
    example: 'https://api.pwnedpasswords.com/range',
  }),
  LOG_LEVEL: variable({
    schema: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    description: 'least weight of what is logged',
    fallback: 'info',
    example: 'warn',
  }),
  PG_OS_USER: variable({
    schema: z
      .string()
      .regex(/^[a-z_][a-z0-9_-]*$/, 'must be the name of an account')
      .refine(value => value !== 'root', 'must not be root: PostgreSQL refuses to run as root')
      .default('postgres'),
    description:
      "account of the embedded PostgreSQL's processes when Recours runs as root; created if missing",
    fallback: 'postgres',
    example: 'recours_pg',
  }),
} as const satisfies Record<string, EnvVariable>;

export type EnvName = keyof typeof ENV_VARIABLES;
export type ParsedEnv = { readonly [K in EnvName]: z.infer<(typeof ENV_VARIABLES)[K]['schema']> };
