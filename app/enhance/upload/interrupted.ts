import { DefaultHttpStack, type PreviousUpload, Upload } from 'tus-js-client';
import { tellOver } from './file-news.ts';
import type { Memory } from './memory.ts';
import { Row } from './row.ts';
import { percentText, say, type UploadTexts } from './texts.ts';

/** An upload of an earlier visit that waits for its file. */
export interface Interrupted {
  readonly name: string;
  readonly size: number;
  readonly row: Row;
}

interface Place {
  readonly memory: Memory;
  readonly texts: UploadTexts;
}

/** Bytes that the server has of an upload; null when it knows it no more. */
async function offsetOf(url: string): Promise<number | null> {
  const request = new DefaultHttpStack({}).createRequest('HEAD', url);
  request.setHeader('Tus-Resumable', '1.0.0');
  const response = await request.send(null);
  if (response.getStatus() >= 400 && response.getStatus() < 500) return null;
  const offset = Number(response.getHeader('Upload-Offset'));
  return Number.isInteger(offset) ? offset : 0;
}

function rowFor(upload: PreviousUpload, offset: number, { memory, texts }: Place): Interrupted {
  const name = upload.metadata.filename ?? '';
  const size = upload.size ?? 0;
  const row = new Row(name);
  const url = upload.uploadUrl ?? '';
  const forget = () => {
    memory.forget(url);
    tellOver({ name, size });
    void Upload.terminate(url).catch(() => undefined);
    row.item.remove();
  };
  row.show({
    state: 'interrupted',
    text: say(texts, 'interrupted', { percent: percentText(texts, offset, size) }),
    share: offset / Math.max(size, 1),
    buttons: [{ label: say(texts, 'forget'), press: forget }],
  });
  return { name, size, row };
}

/**
 * The uploads that this browser began and the server still waits for. Those that it knows no more are forgotten here
 * too; without a connection nothing is said of them.
 */
export async function findInterrupted(place: Place): Promise<readonly Interrupted[]> {
  const found: Interrupted[] = [];
  for (const upload of await place.memory.findAllUploads()) {
    if (upload.uploadUrl === null) continue;
    try {
      const offset = await offsetOf(upload.uploadUrl);
      if (offset === null || offset === upload.size) place.memory.forget(upload.uploadUrl);
      else found.push(rowFor(upload, offset, place));
    } catch {
      // No connection now: the next visit asks again.
    }
  }
  return found;
}
