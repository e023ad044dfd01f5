import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { crc32, createDeflate, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { iphonePhoto, messageScreenshot, phonePhoto } from '../sample-files.ts';
import { file, type HostileFile, SCRIPT, SVG, uint32 } from './hostile-file.ts';

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([uint32(content.length), body, uint32(crc32(body))]);
}

function png(width: number, height: number, data: Uint8Array, ...more: readonly Buffer[]): Buffer {
  // One bit a pixel, grey.
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([1, 0, 0, 0, 0])]);
  const chunks = [chunk('IHDR', header), ...more, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([PNG_SIGNATURE, ...chunks]);
}

/** Half a gigabyte of black pixels in half a megabyte, made without holding them. */
async function blackPixels(width: number, height: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 1 });
  const packed = buffer(deflate);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * 64);
  for (let row = 0; row < height; row += 64) if (!deflate.write(rows)) await once(deflate, 'drain');
  deflate.end();
  return packed;
}

function withNumbers(content: Buffer, marker: string, skip: number, ...values: readonly number[]): Buffer {
  const changed = Buffer.from(content);
  const at = changed.indexOf(marker, 0, 'latin1') + marker.length + skip;
  for (const [index, value] of values.entries()) changed.writeUInt32BE(value, at + index * 4);
  return changed;
}

/** A JPEG whose frame says that it is as large as the format allows. */
function inflatedJpeg(jpeg: Buffer): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = changed.indexOf(Buffer.from('ffc0', 'hex'));
  changed.writeUInt16BE(65_500, frame + 5);
  changed.writeUInt16BE(65_500, frame + 7);
  return changed;
}

function gif(width: number, height: number, ...rest: readonly (string | Uint8Array)[]): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  return file('', '', 'GIF89a', size, Buffer.from('800000ffffff000000', 'hex'), ...rest).content;
}

async function bombs(jpeg: Buffer): Promise<HostileFile[]> {
  const pixels = await blackPixels(64_000, 64_000);
  const frames = Array.from({ length: 400 }, () => Buffer.from('2c00000000ffffffff00', 'hex'));
  const comment = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(20_000_000))]);
  return [
    file('PNG of 64,000 × 64,000 pixels, all of them there', 'plan.png', png(64_000, 64_000, pixels)),
    file('PNG that only says 64,000 × 64,000', 'plan.png', png(64_000, 64_000, deflateSync(Buffer.alloc(9)))),
    file('PNG of 2³¹ pixels in one row', 'row.png', png(0x7fffffff, 1, deflateSync(Buffer.alloc(99)))),
    file('PNG of no pixels', 'none.png', png(0, 0, deflateSync(Buffer.alloc(1)))),
    file(
      'PNG with a packed comment of 20 MB',
      'text.png',
      png(8, 8, deflateSync(Buffer.alloc(16)), chunk('zTXt', comment)),
    ),
    file('PNG whose packed pixels are far more than it says', 'more.png', png(8, 8, pixels)),
    file('JPEG that says 65,500 × 65,500', 'wide.jpg', inflatedJpeg(jpeg)),
    file('GIF of 65,535 × 65,535 with 400 frames', 'frames.gif', gif(65_535, 65_535, ...frames, ';')),
    file(
      'HEIC that says 64,000 × 64,000',
      'iphone.heic',
      withNumbers(iphonePhoto(), 'ispe', 4, 64_000, 64_000),
    ),
  ];
}

function polyglots(jpeg: Buffer, screenshot: Buffer): HostileFile[] {
  const script = gif(0x2f2a, 0x2a2f, '*/=alert(1);//');
  const exe = Buffer.from('4d5a90000300000004000000ffff', 'hex');
  return [
    file('GIF that is also a script', 'pixel.gif', script),
    file('GIF that is also a script', 'pixel.js', 'GIF89a/*', script, '*/=1;alert(1)'),
    file('JPEG with a page behind it', 'photo.jpg', jpeg, `<html>${SCRIPT}</html>`),
    file('JPEG with a page behind it', 'photo.html', jpeg, `<!doctype html>${SCRIPT}`),
    file(
      'JPEG with an archive behind it',
      'photo.jpg',
      jpeg,
      'PK\x03\x04',
      Buffer.alloc(60),
      'PK\x05\x06',
      Buffer.alloc(18),
    ),
    file('JPEG with a program behind it', 'photo.jpg.exe', jpeg, exe),
    file(
      'JPEG with a script in its comment',
      'photo.jpg',
      jpeg.subarray(0, 2),
      Buffer.from('fffe002b', 'hex'),
      SCRIPT.padEnd(41),
      jpeg.subarray(2),
    ),
    file(
      'PNG with a page in its text',
      'shot.png',
      screenshot.subarray(0, 33),
      chunk('tEXt', Buffer.from(`Comment\0${SCRIPT}`)),
      screenshot.subarray(33),
    ),
    file('PNG with a page behind it', 'shot.svg', screenshot, SVG),
    file('page with a picture behind it', 'photo.jpg', `<html>${SCRIPT}`, jpeg),
    file('script with a picture behind it', 'photo.gif', 'alert(1);//', script),
  ];
}

async function broken(jpeg: Buffer, screenshot: Buffer): Promise<HostileFile[]> {
  const webp = await sharp(screenshot).webp().toBuffer();
  const heic = iphonePhoto();
  return [
    file('JPEG cut off', 'half.jpg', jpeg.subarray(0, jpeg.length / 2)),
    file('JPEG of its first bytes', 'start.jpg', jpeg.subarray(0, 4)),
    file('PNG cut off', 'half.png', screenshot.subarray(0, 200)),
    file('WebP cut off', 'half.webp', webp.subarray(0, webp.length / 2)),
    file('WebP that says 4 GB', 'long.webp', 'RIFF', Buffer.from('ffffffff', 'hex'), webp.subarray(8)),
    file('HEIC cut off', 'half.heic', heic.subarray(0, 300)),
    file('HEIC cut off', 'half.heic', heic.subarray(0, heic.length - 60)),
    file('HEIC whose items lie nowhere', 'far.heic', withNumbers(heic, 'iloc', 10, 0xffffffff, 0xffffffff)),
    file('GIF of its header', 'short.gif', gif(10, 10)),
    file('SVG with a script', 'logo.svg', SVG),
    file('SVG with a script', 'photo.jpg', SVG),
    file(
      'SVG with a script',
      'logo.svg',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SVG}`,
    ),
    file(
      'SVG that calls home',
      'logo.png',
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://192.0.2.1/x"/></svg>',
    ),
    file(
      'icon',
      'favicon.jpg',
      Buffer.from('00000100010010100000010020006804000016000000', 'hex'),
      Buffer.alloc(200),
    ),
    file('TIFF', 'scan.jpg', Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(300)),
  ];
}

/** Pictures that are too large, more than a picture, or less than one. */
export async function hostilePictures(): Promise<HostileFile[]> {
  const [jpeg, screenshot] = await Promise.all([phonePhoto(), messageScreenshot()]);
  return [...(await bombs(jpeg)), ...polyglots(jpeg, screenshot), ...(await broken(jpeg, screenshot))];
}
