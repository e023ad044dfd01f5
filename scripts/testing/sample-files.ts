import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, Mp4OutputFormat, Output } from 'mediabunny';
import { AFRelationship, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

/** Stands in every place of a sample where a person could be recognised: a cleaned copy must not have it. */
export const TELLTALE = 'GEHEIM-ORT';

/** The position in a sample recording, in the notation of ISO 6709 that phones write. */
export const POSITION = '+33.5731-007.5898/';

/** A photo as a phone takes it: lying on its side with a note to turn it, device, and position. */
export async function phonePhoto(): Promise<Buffer> {
  const router = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720"><rect width="960" height="720" fill="#7a8a99"/>
    <rect x="240" y="260" width="480" height="220" rx="24" fill="#f4f4f4"/><circle cx="300" cy="420" r="16" fill="#d22"/>
    <circle cx="360" cy="420" r="16" fill="#d22"/></svg>`,
  );
  return sharp(router)
    .rotate(270)
    .withExif({
      IFD0: { Make: TELLTALE, Model: 'Phone 12' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 34/1 23/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '7/1 35/1 23/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** A screenshot of a text message, with a comment in the file. */
export async function messageScreenshot(text = 'Recharge 1050 F CFA reussie'): Promise<Buffer> {
  const safe = text.replace(/[<&]/g, '');
  const screen = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="960"><rect width="540" height="960" fill="#fff"/>
    <rect x="24" y="120" width="440" height="96" rx="18" fill="#e4e6eb"/>
    <text x="44" y="176" font-size="24" font-family="sans-serif">${safe}</text></svg>`,
  );
  return sharp(screen)
    .withExif({ IFD0: { ImageDescription: TELLTALE } })
    .png()
    .toBuffer();
}

/** A picture in the format of iPhones (64 × 64, upper half light), with an EXIF block that names a position. */
export function iphonePhoto(): Buffer {
  return Buffer.from(HEIC, 'base64');
}

/** An invoice: text, an author, a script that runs at opening, and an attached file. */
export async function invoicePdf(
  lines: readonly string[] = ['Facture 2026-07', 'Total 2000.00 MAD'],
): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor(TELLTALE);
  pdf.setTitle(TELLTALE);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  for (const [index, line] of lines.entries())
    page.drawText(line, { x: 60, y: 760 - index * 28, size: 18, font });
  pdf.addJavaScript('start', `app.alert('${TELLTALE}')`);
  await pdf.attach(Buffer.from(TELLTALE), 'list.csv', { afRelationship: AFRelationship.Data });
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** One frame of silence in AAC-LC, mono, 44.1 kHz. */
const SILENT_FRAME = Buffer.from('01182007', 'hex');
const FRAME_SECONDS = 1024 / 44_100;

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** Adds a box at the end of the movie header, which is the file's last box: no offset changes. */
function withUserData(movie: Buffer, userData: Buffer): Buffer {
  const start = movie.lastIndexOf('moov', undefined, 'latin1') - 4;
  const header = Buffer.from(movie.subarray(start));
  header.writeUInt32BE(header.length + userData.length, 0);
  return Buffer.concat([movie.subarray(0, start), header, userData]);
}

/** A voice message of `seconds` in M4A, as phones record it, with the place where it was recorded. */
export async function voiceMessage(seconds = 2): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target });
  const source = new EncodedAudioPacketSource('aac');
  output.addAudioTrack(source);
  output.setMetadataTags({ title: TELLTALE });
  await output.start();
  const decoderConfig = {
    codec: 'mp4a.40.2',
    numberOfChannels: 1,
    sampleRate: 44_100,
    description: Buffer.from([0x12, 0x08]),
  };
  for (let at = 0; at < seconds; at += FRAME_SECONDS) {
    await source.add(new EncodedPacket(SILENT_FRAME, 'key', at, FRAME_SECONDS), { decoderConfig });
  }
  await output.finalize();
  const place = Buffer.from(POSITION, 'latin1');
  const atom = box('\u00a9xyz', Buffer.from([0, place.length, 0x15, 0xc7]), place);
  const movie = withUserData(Buffer.from(target.buffer ?? new ArrayBuffer(0)), box('udta', atom));
  // The brand by which files of sound alone are told from films.
  return Buffer.concat([movie.subarray(0, 8), Buffer.from('M4A '), movie.subarray(12)]);
}

function riff(id: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** A recorded call: one second of a tone in WAV, with a comment. */
export function recordedCall(): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(rate * 2);
  for (let index = 0; index < rate; index += 1) {
    samples.writeInt16LE(Math.round(8000 * Math.sin((index * 2 * Math.PI * 440) / rate)), index * 2);
  }
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * 2, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const info = Buffer.concat([Buffer.from('INFO'), riff('ICMT', Buffer.from(TELLTALE))]);
  const chunks = [Buffer.from('WAVE'), riff('fmt ', format), riff('LIST', info), riff('data', samples)];
  return riff('RIFF', Buffer.concat(chunks));
}

/** An operator's answer by e-mail: text, HTML that calls home, and an attachment. */
export function operatorEmail(): Buffer {
  return Buffer.from(
    [
      `Received: from ${TELLTALE.toLowerCase()}.example ([192.0.2.7]) by mx.example; Tue, 9 Jul 2026 14:02:11 +0000`,
      'From: =?utf-8?Q?Service_client_=C3=89toile?= <service@operator.example>',
      'To: Amina <amina@consumer.example>',
      'Subject: =?utf-8?B?UsOpY2xhbWF0aW9uIG7CsCA0NzEx?=',
      'Date: Tue, 9 Jul 2026 14:02:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b1"',
      '',
      '--b1',
      'Content-Type: multipart/alternative; boundary="b2"',
      '',
      '--b2',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Nous avons bien re\u00e7u votre demande.',
      '--b2',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Nous avons bien re\u00e7u votre demande.</p><img src="https://tracker.example/pixel">',
      '--b2--',
      '--b1',
      'Content-Type: application/pdf; name="conditions.pdf"',
      'Content-Disposition: attachment; filename="conditions.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0xLjQK',
      '--b1--',
      '',
    ].join('\r\n'),
  );
}

/** Encoded once with x265; no library of ours writes HEVC. */
const HEIC = [
  'AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWljAAABY21ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAAA',
  'DnBpdG0AAAAAAAEAAAAsaWxvYwAAAABEAAACAAEAAAABAAABgwAAACoAAgAAAAEAAAGtAAAAMgAAADhpaW5mAAAAAAACAAAA',
  'FWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAAAAAIAAEV4aWYAAAAAGmlyZWYAAAAAAAAADmNkc2MAAgABAAEAAACqaXBy',
  'cAAAAI1pcGNvAAAAcWh2Y0MBBAgAAACfqAAAAAAe8AD8/fj4AAAPA6AAAQAXQAEMAf//BAgAAAMAn6gAAAMAAB66AkChAAEA',
  'JkIBAQQIAAADAJ+oAAADAAAeoCCBBZbqryuaAgAAAwACAAADAAIQogABAAZEAcFxgxIAAAAUaXNwZQAAAAAAAABAAAAAQAAA',
  'ABVpcG1hAAAAAAAAAAEAAQKBAgAAAGRtZGF0AAAAJigBr1ITUeDn1CDVIP9iYFiVp1TeaKVNf0Uklkf+hIQuxwONhIrzAAAA',
  'AE1NACoAAAAIAAEBDgACAAAAFAAAABoAAAAAR1BTIDMzLjU3TiAwNy41OFcAAAA=',
].join('');
