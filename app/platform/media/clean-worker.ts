/**
 * Run in a process of its own by `clean-file.server.ts`: `node clean-worker.ts <input> <output> <media type>`.
 * Prints one line of JSON: what was made, or why nothing was.
 */
import { kindOf, MEDIA_TYPES } from '#app/domain/evidence/media-types.ts';
import { CleaningRefused } from './cleaning-refused.ts';
import type { MadeCopy } from './made-copy.ts';

/** Decoders are loaded for the one file that they are for. */
async function clean(input: string, output: string, mediaType: string): Promise<MadeCopy> {
  if (!Object.hasOwn(MEDIA_TYPES, mediaType)) throw new CleaningRefused('not-cleanable');
  const only = (copyType: string) => ({ mediaType: copyType, pages: null, previews: 0 });
  if (mediaType === 'audio/amr')
    return only(await (await import('./clean-speech.ts')).cleanSpeech(input, output));
  switch (kindOf(mediaType)) {
    case 'image':
      return (await import('./clean-image.ts')).cleanImage(input, output, mediaType);
    case 'pdf':
      return (await import('./clean-pdf.ts')).cleanPdf(input, output);
    case 'email':
      return only(await (await import('./clean-email.ts')).cleanEmail(input, output));
    default:
      return only(await (await import('./clean-recording.ts')).cleanRecording(input, output, mediaType));
  }
}

const [input = '', output = '', mediaType = ''] = process.argv.slice(2);
try {
  process.stdout.write(`${JSON.stringify(await clean(input, output, mediaType))}\n`);
} catch (error) {
  if (!(error instanceof CleaningRefused)) throw error;
  process.stdout.write(`${JSON.stringify({ error: error.code })}\n`);
}
