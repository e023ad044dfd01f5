import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyBundle } from '#app/usecases/evidence/verify-bundle.server.ts';

// npm run verify:bundle -- FILE.zip [--key KEY.pem]: checks a custody bundle without portal and database.

const USAGE = `Usage: npm run verify:bundle -- FILE.zip [--key KEY.pem]

  FILE.zip  the custody bundle
  --key     the regulator's public key, from /verify/key.pem of its portal; without it the enclosed key is used, and
            you have to compare its name with that of the published one`;

function nameOf(pem: string): string {
  const raw = createPublicKey(pem).export({ format: 'jwk' }).x ?? '';
  return createHash('sha256').update(Buffer.from(raw, 'base64url')).digest('base64url').slice(0, 16);
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    console.error(USAGE);
    return 2;
  }
  const trusted = values.key === undefined ? [] : [readFileSync(values.key, 'utf8')];
  const { faults, manifest, key } = await verifyBundle(readFileSync(file), trusted);
  for (const { path, fault } of faults) console.log(`${path}: ${fault}.`);
  if (faults.length > 0 || manifest === null || key === null) {
    console.log(`NOT WHOLE: ${faults.length} faults. Do not rely on this bundle.`);
    return 1;
  }
  console.log(
    `${manifest.reference}, ${manifest.regulator}, taken ${manifest.takenAt} (${manifest.takenBy})`,
  );
  for (const { path, withheld, sha256 } of manifest.evidence) {
    console.log(`  ${sha256}  ${path ?? `held back: ${withheld}`}`);
  }
  console.log(
    `Whole: ${manifest.files.length} files, ${manifest.chain.seq} events. Signed with the key ${nameOf(key)}.`,
  );
  if (trusted.length === 0)
    console.log('Compare this key with the one that the regulator publishes (--key checks it).');
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
