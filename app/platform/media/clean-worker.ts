/**
 * Run in a process of its own by `clean-file.server.ts`: `node clean-worker.ts <input> <output> <media type>`.
 * Prints one line of JSON: the copy's media type, or why there is none.
 */
import { kindOf, MEDIA_TYPES } from '#app/domain/evidence/media-types.ts';
import { cleanEmail } from './clean-email.ts';
import { cleanImage } from './clean-image.ts';
import { cleanPdf } from './clean-pdf.ts';
import { cleanRecording } from './clean-recording.ts';
import { cleanSpeech } from './clean-speech.ts';
import { CleaningRefused } from './cleaning-refused.ts';

async function clean(input: string, output: string, mediaType: string): Promise<string> {
  if (!Object.hasOwn(MEDIA_TYPES, mediaType)) throw new CleaningRefused('not-cleanable');
  if (mediaType === 'audio/amr') return cleanSpeech(input, output);
  switch (kindOf(mediaType)) {
    case 'image':
      return cleanImage(input, output, mediaType);
    case 'pdf':
      return cleanPdf(input, output);
    case 'email':
      return cleanEmail(input, output);
    default:
      return cleanRecording(input, output, mediaType);
  }
}

const [input = '', output = '', mediaType = ''] = process.argv.slice(2);
try {
  process.stdout.write(`${JSON.stringify({ mediaType: await clean(input, output, mediaType) })}\n`);
} catch (error) {
  if (!(error instanceof CleaningRefused)) throw error;
  process.stdout.write(`${JSON.stringify({ error: error.code })}\n`);
}
