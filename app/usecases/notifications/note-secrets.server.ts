import { z } from 'zod';
import { openSealedText, sealText } from '#app/platform/crypto.server.ts';

type Secrets = Readonly<Record<string, string>>;

/** What a stored text has in the place of a secret. */
function maskOf(name: string): string {
  return `•${name}•`;
}

/** Seals a note's secrets for the time until it is sent; null when it has none. */
export function sealSecrets(secrets: Secrets | undefined): string | null {
  return secrets === undefined ? null : sealText(JSON.stringify(secrets));
}

/** Opens what `sealSecrets` sealed; nothing once it was cleared. */
export function openSecrets(sealed: string | null): Secrets {
  return sealed === null ? {} : z.record(z.string(), z.string()).parse(JSON.parse(openSealedText(sealed)));
}

/** A mask for each secret, to compose the text that is stored. */
export function masksOf(secrets: Secrets): Secrets {
  return Object.fromEntries(Object.keys(secrets).map(name => [name, maskOf(name)]));
}

/** A stored text with its secrets put back. */
export function revealSecrets(text: string, secrets: Secrets): string {
  return Object.entries(secrets).reduce(
    (shown, [name, value]) => shown.replaceAll(maskOf(name), value),
    text,
  );
}
