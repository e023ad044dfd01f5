import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's folder, found from this file whether it runs from source or from `build/server`. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'prisma', 'schema'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No prisma/schema above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}
