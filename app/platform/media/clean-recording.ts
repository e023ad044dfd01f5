import {
  ADTS,
  AdtsOutputFormat,
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  MATROSKA,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { CleaningRefused } from './cleaning-refused.ts';

const READABLE = [MP4, QTFF, WEBM, MATROSKA, OGG, WAVE, MP3, ADTS];

/** The container that takes a format's packets as they are; recordings of phones become MP4. */
function containerFor(mediaType: string): { format: OutputFormat; audio: string; video: string } {
  switch (mediaType) {
    case 'audio/mpeg':
      return { format: new Mp3OutputFormat({ xingHeader: true }), audio: 'audio/mpeg', video: 'audio/mpeg' };
    case 'audio/aac':
      return { format: new AdtsOutputFormat(), audio: 'audio/aac', video: 'audio/aac' };
    case 'audio/ogg':
      return { format: new OggOutputFormat(), audio: 'audio/ogg', video: 'audio/ogg' };
    case 'audio/wav':
      return { format: new WavOutputFormat(), audio: 'audio/wav', video: 'audio/wav' };
    case 'audio/webm':
    case 'video/webm':
      return { format: new WebMOutputFormat(), audio: 'audio/webm', video: 'video/webm' };
    default:
      return {
        format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
        audio: 'audio/mp4',
        video: 'video/mp4',
      };
  }
}

async function prepare(input: Input, output: Output): Promise<Conversion> {
  try {
    return await Conversion.init({ input, output, tags: {}, showWarnings: false });
  } catch (cause) {
    throw new CleaningRefused('damaged', { cause });
  }
}

/**
 * Moves the sound and the pictures of a recording, packet by packet and unchanged, into a new container. The
 * place, the date, the device and every tag stay behind, and so do tracks that are neither sound nor picture
 * (cameras keep positions there); a track's own name and language go along. A recording whose sound or picture the new container can't hold has no copy:
 * one that silently lacks its sound would mislead.
 */
export async function cleanRecording(input: string, output: string, mediaType: string): Promise<string> {
  const { format, audio, video } = containerFor(mediaType);
  const source = new Input({ source: new FilePathSource(input), formats: READABLE });
  if (!(await source.canRead())) throw new CleaningRefused('damaged');
  const conversion = await prepare(source, new Output({ format, target: new FilePathTarget(output) }));
  const lost = conversion.discardedTracks.filter(
    ({ track }) => track.type === 'audio' || track.type === 'video',
  );
  if (!conversion.isValid || lost.length > 0) throw new CleaningRefused('not-cleanable');
  try {
    await conversion.execute();
  } catch (cause) {
    throw new CleaningRefused('damaged', { cause });
  }
  return conversion.utilizedTracks.some(track => track.type === 'video') ? video : audio;
}
