import type { PreviousUpload, UrlStorage } from 'tus-js-client';

const PREFIX = 'recours-upload';

/** Which uploads this browser has begun, so that they go on after a page was closed or the phone restarted. */
export interface Memory extends UrlStorage {
  forget(uploadUrl: string): void;
}

/** On a computer that others use, and where the browser keeps nothing, no name of a file is left behind. */
function mayRemember(): boolean {
  try {
    return (
      document.querySelector('html[data-shared-computer], body[data-shared-computer]') === null &&
      localStorage !== null
    );
  } catch {
    return false;
  }
}

function entries(prefix: string): PreviousUpload[] {
  if (!mayRemember()) return [];
  return Object.keys(localStorage).flatMap(key => {
    if (!key.startsWith(prefix)) return [];
    try {
      return [{ ...(JSON.parse(localStorage.getItem(key) ?? '') as PreviousUpload), urlStorageKey: key }];
    } catch {
      return [];
    }
  });
}

/** The memory of one endpoint's uploads. */
export function memoryOf(endpoint: string): Memory {
  const prefix = `${PREFIX}:${endpoint}:`;
  return {
    findAllUploads: async () => entries(prefix),
    findUploadsByFingerprint: async fingerprint => entries(`${prefix}${fingerprint}:`),
    removeUpload: async key => {
      if (mayRemember()) localStorage.removeItem(key);
    },
    addUpload: async (fingerprint, upload) => {
      const key = `${prefix}${fingerprint}:${Date.now()}`;
      if (mayRemember()) localStorage.setItem(key, JSON.stringify(upload));
      return key;
    },
    forget(uploadUrl) {
      for (const upload of entries(prefix)) {
        if (upload.uploadUrl === uploadUrl) localStorage.removeItem(upload.urlStorageKey);
      }
    },
  };
}
