import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, startEmbedded } from '#app/platform/db/embedded/start-embedded.server.ts';

/** A PostgreSQL server that forgets everything when it is stopped, and that saves on durability unless told not to. */
export async function startTemporaryServer({ fast = true } = {}): Promise<EmbeddedDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'recours-'));
  // mkdtemp closes the folder to all others, and as root the server runs under another account.
  chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, fast });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(server.folder, { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
