import sharp from 'sharp';
import {
  invoicePdf,
  iphonePhoto,
  messageScreenshot,
  operatorEmail,
  phonePhoto,
  recordedCall,
  voiceMessage,
} from '../sample-files.ts';
import { hostileDocuments } from './documents.ts';
import { file, type HostileFile } from './hostile-file.ts';
import { hostileOthers } from './others.ts';
import { hostilePictures } from './pictures.ts';
import { hostileRecordings } from './recordings.ts';

/** Numbers from 0 to below 1 that look random and are the same every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A sound file with some bytes changed, cut out, doubled, or replaced by another place of it. */
function mutated(content: Buffer, next: () => number): Buffer {
  const at = () => Math.floor(next() * content.length);
  const changed = Buffer.from(content);
  switch (Math.floor(next() * 4)) {
    case 0:
      for (let times = 0; times < 20; times += 1) changed[at()] = Math.floor(next() * 256);
      return changed;
    case 1: {
      const from = at();
      return Buffer.concat([changed.subarray(0, from), changed.subarray(from + 64)]);
    }
    case 2: {
      const from = at();
      return Buffer.concat([changed.subarray(0, from + 256), changed.subarray(from)]);
    }
    default:
      changed.copy(changed, at(), at());
      return changed;
  }
}

async function soundFiles(): Promise<readonly (readonly [string, Buffer])[]> {
  const [photo, shot, bill, voice] = await Promise.all([
    phonePhoto(),
    messageScreenshot(),
    invoicePdf(),
    voiceMessage(),
  ]);
  return [
    ['photo.jpg', photo],
    ['shot.png', shot],
    ['shot.webp', await sharp(shot).webp().toBuffer()],
    ['shot.gif', await sharp(shot).gif().toBuffer()],
    ['iphone.heic', iphonePhoto()],
    ['bill.pdf', bill],
    ['voice.m4a', voice],
    ['call.wav', recordedCall()],
    ['mail.eml', operatorEmail()],
  ];
}

/** At least `count` files, the same every time: each idea by hand, then damaged copies of sound files. */
export async function hostileFiles(count: number): Promise<readonly HostileFile[]> {
  const made = [
    ...(await hostilePictures()),
    ...(await hostileDocuments()),
    ...(await hostileRecordings()),
    ...(await hostileOthers()),
  ];
  const sound = await soundFiles();
  const next = numbersFrom(20_261_122);
  for (let index = 0; made.length < count; index += 1) {
    const [name, content] = sound[index % sound.length] ?? ['', Buffer.alloc(0)];
    made.push(file(`damaged ${name.split('.')[1]}`, name, mutated(content, next)));
  }
  return made;
}
