import { env } from '../env.server.ts';
import type { Storage } from './contract.ts';
import { folderStorage } from './folder-storage.server.ts';

let storageOfProcess: Storage | undefined;

/** The process's storage: the folder of `STORAGE_DIR`. */
export function storage(): Storage {
  storageOfProcess ??= folderStorage(env().STORAGE_DIR);
  return storageOfProcess;
}
