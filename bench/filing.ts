import type { Benchmark } from './benchmark.ts';
import type { Shot } from './load.ts';
import { PHOTO_BYTES, sampleComplaint, samplePhoto } from './sample-filing.ts';

const BOUNDARY = 'recours-bench-boundary';
/** Bytes at the photo's end that make each one different. */
const UNIQUE_BYTES = 16;

function part(headers: readonly string[]): string {
  return `--${BOUNDARY}\r\n${headers.join('\r\n')}\r\n\r\n`;
}

/** `POST /api/v1/complaints` as multipart with one photo of 200 KB that nobody has sent before. */
export const filing: Benchmark = {
  title: 'Filing by API with a photo of 200 KB',
  goal: { kind: 'ratio', least: 0.35 },
  clients: 8,
  async prepare() {
    const photo = (await samplePhoto()).subarray(0, PHOTO_BYTES - UNIQUE_BYTES);
    const complaintPart = part(['Content-Disposition: form-data; name="complaint"']);
    const filePart = part([
      'Content-Disposition: form-data; name="evidence"; filename="photo.jpg"',
      'Content-Type: image/jpeg',
    ]);
    let sent = 0;
    const shot = (): Shot => {
      sent += 1;
      const complaint = JSON.stringify(sampleComplaint(sent));
      const unique = Buffer.alloc(UNIQUE_BYTES);
      unique.writeDoubleBE(performance.timeOrigin, 0);
      unique.writeUInt32BE(sent, 8);
      const pieces = [
        Buffer.from(`${complaintPart}${complaint}\r\n${filePart}`),
        photo,
        unique,
        Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
      ];
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      return {
        method: 'POST',
        path: '/api/v1/complaints',
        headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'content-length': length },
        body: () => pieces,
        expectedStatus: 201,
      };
    };
    return { app: shot, floor: shot };
  },
};
