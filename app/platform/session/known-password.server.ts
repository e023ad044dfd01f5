import { createHash } from 'node:crypto';
import { env } from '../env.server.ts';
import { log } from '../log.server.ts';

/** Milliseconds that a person's sign-in may wait for the list of leaked passwords. */
const PATIENCE = 2000;

let common: Promise<ReadonlySet<string>> | undefined;

/** The fifty thousand most used passwords, read at the first question. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(String)),
  );
  return common;
}

/** What people do to a common password so that it passes a rule: capitals, repetition, signs and digits at the end. */
function roots(password: string): readonly string[] {
  const plain = password.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[\d\W_]+$/u, '');
  const half = /^(.{4,})\1+$/u.exec(plain)?.[1];
  return [plain, bare, ...(half === undefined ? [] : [half])].filter(root => root.length >= 4);
}

async function isCommon(password: string): Promise<boolean> {
  const known = await commonPasswords();
  return roots(password).some(root => known.has(root));
}

/**
 * Asks a list of leaked passwords by the first five digits of the SHA-1, which thousands of passwords share: the list
 * learns nothing that leads to the password.
 */
async function isLeaked(password: string): Promise<boolean> {
  const address = env().LEAKED_PASSWORDS_URL;
  if (address === undefined) return false;
  const digest = createHash('sha1').update(password).digest('hex').toUpperCase();
  try {
    const answer = await fetch(`${address.replace(/\/$/, '')}/${digest.slice(0, 5)}`, {
      headers: { 'Add-Padding': 'true' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const lines = (await answer.text()).split(/\r?\n/);
    return lines.some(line => line.startsWith(`${digest.slice(5)}:`) && !line.endsWith(':0'));
  } catch (error) {
    log.warn({ err: error }, 'the list of leaked passwords did not answer; the password was not looked up');
    return false;
  }
}

/**
 * Whether a password is one that others know or guess at once: among the most used ones, or in the list of leaked ones
 * if one is set. A list that fails is logged and says nothing against the password.
 */
export async function isKnownPassword(password: string): Promise<boolean> {
  return (await isCommon(password)) || (await isLeaked(password));
}
