import { recordedCall, voiceMessage } from '../sample-files.ts';
import { file, type HostileFile, SCRIPT, uint32 } from './hostile-file.ts';

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([uint32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

const FILE_TYPE = box('ftyp', Buffer.from('isom\0\0\0\0isommp42'));

function withLength(movie: Buffer, type: string, length: number): Buffer {
  const changed = Buffer.from(movie);
  changed.writeUInt32BE(length, changed.lastIndexOf(type, undefined, 'latin1') - 4);
  return changed;
}

function withCount(movie: Buffer, type: string): Buffer {
  const changed = Buffer.from(movie);
  changed.writeUInt32BE(0xffffffff, changed.lastIndexOf(type, undefined, 'latin1') + 8);
  return changed;
}

function nested(depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(0);
  for (let level = 0; level < depth; level += 1) inner = box('moov', inner);
  return Buffer.concat([FILE_TYPE, inner]);
}

function ogg(...pages: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS');
  head[5] = 2;
  head[26] = 1;
  head[27] = 19;
  const opus = Buffer.concat([Buffer.from('OpusHead\x01\x01'), Buffer.alloc(9)]);
  return Buffer.concat([head, opus, ...pages]);
}

const WEBM = Buffer.from(
  '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff',
  'hex',
);

/** The decoder looks for its end for ever. */
export const ENDLESS_FILM = Buffer.concat([WEBM, Buffer.alloc(300)]);

/** Recordings that are cut off, lie about their length, or are something else as well. */
export async function hostileRecordings(): Promise<HostileFile[]> {
  const voice = await voiceMessage();
  const call = recordedCall();
  return [
    file('MP4 cut off', 'voice.m4a', voice.subarray(0, voice.length / 2)),
    file('MP4 cut off', 'voice.m4a', voice.subarray(0, 40)),
    file('MP4 whose header says 4 GB', 'voice.m4a', withLength(voice, 'moov', 0xffffffff)),
    file('MP4 whose header says nothing', 'voice.m4a', withLength(voice, 'moov', 0)),
    file('MP4 of four thousand million samples', 'voice.m4a', withCount(voice, 'stsz')),
    file('MP4 of four thousand million samples', 'voice.m4a', withCount(voice, 'stts')),
    file('MP4 of four thousand million samples', 'voice.m4a', withCount(voice, 'stco')),
    file('MP4 of 5,000 nested boxes', 'deep.mp4', nested(5000)),
    file(
      'MP4 with a page in it',
      'film.mp4',
      FILE_TYPE,
      box('free', Buffer.from(SCRIPT)),
      voice.subarray(28),
    ),
    file('MP4 of its header', 'film.mp4', FILE_TYPE),
    file('OGG cut off', 'note.ogg', ogg()),
    file('OGG cut off', 'note.ogg', ogg(Buffer.from('OggS'))),
    file('OGG of noughts', 'note.ogg', ogg(Buffer.alloc(100_000))),
    file(
      'WAV that says 4 GB',
      'call.wav',
      call.subarray(0, 40),
      Buffer.from('ffffffff', 'hex'),
      call.subarray(44),
    ),
    file('WAV cut off', 'call.wav', call.subarray(0, 60)),
    file('WAV without a format', 'call.wav', 'RIFF\x24\0\0\0WAVEdata', Buffer.alloc(60)),
    file(
      'MP3 whose tag says 256 MB',
      'song.mp3',
      'ID3\x04\0\0\x7f\x7f\x7f\x7f',
      Buffer.from('fffb9000', 'hex'),
      Buffer.alloc(400),
    ),
    file(
      'MP3 with a script in its tag',
      'song.mp3',
      'ID3\x03\0\0\0\0\0\x40TIT2\0\0\0\x36\0\0\0',
      SCRIPT.padEnd(53),
      Buffer.from('fffb9064', 'hex'),
      Buffer.alloc(2000),
    ),
    file('WebM without an end', 'film.webm', ENDLESS_FILM),
    file('WebM cut off', 'film.webm', WEBM.subarray(0, 30)),
    file('AMR cut off', 'memo.amr', '#!AMR\n', Buffer.from('3c', 'hex')),
    file('AMR of noise', 'memo.amr', '#!AMR\n', Buffer.alloc(5000, 0xa7)),
    file(
      '3GP without content',
      'film.3gp',
      box('ftyp', Buffer.from('3gp4\0\0\0\x003gp4')),
      box('mdat', Buffer.alloc(100)),
    ),
    file('AAC of noise', 'memo.aac', Buffer.from('fff15080021ffc', 'hex'), Buffer.alloc(500, 0x5a)),
  ];
}
