import { mayReadAudience, maySee } from '#app/domain/access/visibility.ts';
import { canonicalJson } from '#app/domain/case/event-chain.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { Role } from '#app/domain/case/states.ts';
import type { BundledEvent } from '#app/domain/evidence/bundle.ts';
import type { CustodyEntry } from '#app/domain/evidence/custody.ts';

/** Explains the bundle to whoever opens it, with nothing but programs that every system has. */
export const README_TEXT = `CUSTODY BUNDLE

originals/      the files as they were received
SHA256SUMS      the SHA-256 of every file here
events.jsonl    the record of the case: each event holds the hash of the one before
custody.jsonl   who opened which file, and when
manifest.json   what this bundle holds; manifest.sig is its Ed25519 signature, public-key.pem the key

To check it without the portal:

  npm run verify:bundle -- FILE.zip          (in a checkout of Recours; names whatever was changed)

or, unpacked, with programs of your system:

  sha256sum -c SHA256SUMS
  openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig

Then compare public-key.pem with the key that the regulator publishes (/verify/key.pem on its portal): a key
that lies beside a signature proves nothing by itself. The hashes of SHA256SUMS stand in manifest.json, too.
`;

/** An event for who takes the bundle: whole, without the names of others, or as its hash alone. */
function bundled(event: RecordedEvent, role: Role): BundledEvent {
  const { seq, previousHash, hash } = event;
  const chain = { seq, previousHash, hash };
  if (!mayReadAudience(role, event.visibility)) return { ...chain, withheld: ['event'] };
  const { type, at, actorRole, actorId, actorName, actorOrganisation, visibility, payload } = event;
  const told = { type, at, actorRole, actorOrganisation, visibility, payload };
  if (maySee(role, 'custody') || (actorId === null && actorName === null)) {
    return { ...chain, event: { ...told, actorId, actorName } };
  }
  return { ...chain, withheld: ['actorId', 'actorName'], event: told };
}

function lines(rows: readonly object[]): string {
  return rows.map(row => `${canonicalJson(row)}\n`).join('');
}

/** `events.jsonl`: the whole chain, each event as far as the role may read it. */
export function eventLines(events: readonly RecordedEvent[], role: Role): string {
  return lines(events.map(event => bundled(event, role)));
}

/**
 * `custody.jsonl`: with names for the regulator; for a complainant by party, without what the operator never sent.
 */
export function custodyLines(entries: readonly CustodyEntry[], role: Role): string {
  if (maySee(role, 'custody')) return lines(entries);
  const seen = entries.filter(({ action }) => action !== 'discarded');
  return lines(seen.map(({ actorId, actorName, ...entry }) => entry));
}

/** In the format of `sha256sum`. */
export function sumLines(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}
