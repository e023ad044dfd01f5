import { describe, expect, it } from 'vitest';
import { readEnv } from './env.server.ts';
import { StartRefused } from './start-refused.server.ts';

const SECRET = 'a secret of at least thirty-two characters';
const PRODUCTION = {
  APP_SECRET: SECRET,
  PUBLIC_URL: 'https://recours.example/',
  SMTP_URL: 'smtp://mail.example:587',
  MAIL_FROM: 'no-reply@recours.example',
  DATABASE_URL: 'postgresql://recours_owner:secret@db.example:5432/recours',
};

function refusal(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof StartRefused) return error.message;
    throw error;
  }
  return '';
}

describe('the settings of an instance', () => {
  it('fill in what was left out', () => {
    const env = readEnv(PRODUCTION);
    expect(env).toMatchObject({ PORT: 3000, RECOURS_PROFILE: 'ma', RECOURS_INSTANCE: 'production' });
    expect(env.PUBLIC_URL).toBe('https://recours.example');
    expect(env.STORAGE_DIR).toBe('.data/evidence');
  });

  it("derive the app's connection from the owner's and the secret", () => {
    const url = new URL(readEnv(PRODUCTION).DATABASE_APP_URL);
    expect(url.username).toBe('recours_app');
    expect(url.host).toBe('db.example:5432');
    expect(url.password).toHaveLength(43);
    expect(url.href).not.toContain(SECRET);
  });

  it('treat an empty value as left out', () => {
    expect(readEnv({ ...PRODUCTION, PORT: '' }).PORT).toBe(3000);
  });

  it('name every wrong variable with its problem and an example, all at once', () => {
    const message = refusal({
      ...PRODUCTION,
      PORT: 'http',
      RECOURS_PROFILE: 'sn',
      DATABASE_URL: 'mysql://x',
    });
    expect(message).toContain('3 settings are wrong');
    expect(message).toContain('PORT=http must be a whole number from 1 to 65535');
    expect(message).toContain('Example: PORT=3000');
    expect(message).toContain('RECOURS_PROFILE=sn must be one of ma, ch, bf, fr');
    expect(message).toContain('DATABASE_URL=(not shown) must be a URL that begins with postgresql://');
  });

  it.each([
    ['HOST', 'http://x', 'HOST=http://x must be an address or the name of a host'],
    ['PUBLIC_URL', 'https://recours.example/portal', 'must end after the host or the port'],
    ['SMTP_URL', 'smtp://', 'must name a host'],
    ['CLAMD_URL', 'unix://', 'or a socket after unix://'],
    ['MAIL_FROM', 'Recours <no-reply>@recours.example', 'must be a mail address'],
    ['DATA_DIR', 'package.json', 'must be a folder, and a file is there'],
    ['PG_OS_USER', 'root', 'PostgreSQL refuses to run as root'],
  ])('refuse %s=%s, which would only fail later', (name, value, problem) => {
    expect(refusal({ ...PRODUCTION, [name]: value })).toContain(problem);
  });

  it('take lists with a space after the comma, an IPv6 address to listen on and a name before the sender', () => {
    const env = readEnv({
      ...PRODUCTION,
      HOST: '::1',
      MAIL_FROM: 'Recours <no-reply@recours.example>',
      WEBHOOK_ALLOW_NETWORKS: '127.0.0.0/8, 10.0.0.0/8',
    });
    expect(env.WEBHOOK_ALLOW_NETWORKS).toEqual(['127.0.0.0/8', '10.0.0.0/8']);
  });

  it('never print a secret', () => {
    expect(refusal({ ...PRODUCTION, APP_SECRET: 'too-short' })).not.toContain('too-short');
  });

  it('ask a production instance for its secret, address and mail server', () => {
    const message = refusal({});
    for (const name of ['APP_SECRET', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM']) {
      expect(message).toContain(`${name} has to be set on a production instance`);
    }
  });

  it('ask a demonstration for nothing', () => {
    expect(refusal({ RECOURS_INSTANCE: 'demonstration', APP_SECRET: SECRET })).toBe('');
  });
});
