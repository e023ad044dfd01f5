import { deflateSync } from 'node:zlib';
import { invoicePdf } from '../sample-files.ts';
import { file, type HostileFile, SCRIPT } from './hostile-file.ts';

type Body = string | Buffer;

/** A PDF of the given objects, numbered from 1; the first is the catalogue. */
function pdf(objects: readonly Body[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, body] of objects.entries()) {
    offsets.push(length);
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(object);
    length += object.length;
  }
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function stream(dictionary: string, content: Uint8Array): Buffer {
  const head = `<< ${dictionary} /Length ${content.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')]);
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const ONE_PAGE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

function page(box: string, more = ''): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] ${more} >>`;
}

const A4 = '0 0 595 842';

function boxed(box: string, more = ''): Buffer {
  return pdf([CATALOGUE, ONE_PAGE, page(box, more)]);
}

function bombs(): HostileFile[] {
  const zeros = deflateSync(Buffer.alloc(100_000_000));
  const twice = deflateSync(zeros);
  const image =
    '/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode';
  const drawn = Buffer.from('q 500 0 0 500 0 0 cm /I Do Q');
  const kids = Array.from({ length: 20_000 }, () => '3 0 R').join(' ');
  const paths = Buffer.from('0 0 m 500 500 l S\n'.repeat(200_000));
  return [
    file('PDF with a page of 10⁹ points', 'poster.pdf', boxed('0 0 1000000000 1000000000')),
    file('PDF with a page of 10⁹ points', 'strip.pdf', boxed('0 0 1000000000 1')),
    file('PDF with a page of 10⁹ points', 'unit.pdf', boxed(A4, '/UserUnit 100000000')),
    file(
      'PDF with a page of 10⁹ points',
      'minus.pdf',
      boxed('-1000000000 -1000000000 1000000000 1000000000'),
    ),
    file('PDF with a page of no size', 'flat.pdf', boxed('0 0 0 0')),
    file('PDF with a page of no size', 'odd.pdf', boxed('842 595 0 0 7')),
    file(
      'PDF of 20,000 pages',
      'book.pdf',
      pdf([CATALOGUE, `<< /Type /Pages /Kids [${kids}] /Count 20000 >>`, page(A4)]),
    ),
    file(
      'PDF that says a thousand million pages',
      'count.pdf',
      pdf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', page(A4)]),
    ),
    file(
      'PDF whose page unpacks to 100 MB',
      'deflated.pdf',
      pdf([CATALOGUE, ONE_PAGE, page(A4, '/Contents 4 0 R'), stream('/Filter /FlateDecode', zeros)]),
    ),
    file(
      'PDF whose page unpacks twice',
      'twice.pdf',
      pdf([
        CATALOGUE,
        ONE_PAGE,
        page(A4, '/Contents 4 0 R'),
        stream('/Filter [/FlateDecode /FlateDecode]', twice),
      ]),
    ),
    file(
      'PDF with a picture of 60,000 × 60,000',
      'picture.pdf',
      pdf([
        CATALOGUE,
        ONE_PAGE,
        page(A4, '/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>'),
        stream('', drawn),
        stream(`${image} /Width 60000 /Height 60000`, zeros),
      ]),
    ),
    file(
      'PDF of 200,000 lines',
      'lines.pdf',
      pdf([CATALOGUE, ONE_PAGE, page(A4, '/Contents 4 0 R'), stream('', paths)]),
    ),
  ];
}

function active(): HostileFile[] {
  const action = (content: string) =>
    pdf([`<< /Type /Catalog /Pages 2 0 R /OpenAction ${content} >>`, ONE_PAGE, page(A4)]);
  const form = '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 4 0 R /Fields [] >> >>';
  return [
    file('PDF that runs a script', 'run.pdf', action('<< /S /JavaScript /JS (app.alert\\(1\\)) >>')),
    file('PDF that starts a program', 'launch.pdf', action('<< /S /Launch /Win << /F (cmd.exe) >> >>')),
    file('PDF that opens an address', 'open.pdf', action('<< /S /URI /URI (javascript:alert\\(1\\)) >>')),
    file(
      'PDF with a form in XML',
      'form.pdf',
      pdf([form, ONE_PAGE, page(A4), stream('', Buffer.from(`<xdp>${SCRIPT}</xdp>`))]),
    ),
  ];
}

function broken(invoice: Buffer): HostileFile[] {
  const loop = pdf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']);
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  return [
    file('PDF whose pages contain themselves', 'loop.pdf', loop),
    file('PDF whose table leads to itself', 'prev.pdf', pdf([CATALOGUE, ONE_PAGE, page(A4)], '/Prev 9')),
    file('PDF of 50,000 nested lists', 'nested.pdf', pdf([CATALOGUE, ONE_PAGE, page(A4, `/X ${nested}`)])),
    file(
      'PDF that nobody can unlock',
      'locked.pdf',
      pdf([CATALOGUE, ONE_PAGE, page(A4)], '/Encrypt << /Filter /Standard /V 2 /R 3 /O (x) /U (y) /P -4 >>'),
    ),
    file('PDF cut off', 'half.pdf', invoice.subarray(0, invoice.length / 2)),
    file('PDF of its first line', 'line.pdf', '%PDF-1.7\n'),
    file('PDF without a table', 'table.pdf', invoice.toString('latin1').replace(/xref[\s\S]*/u, '')),
    file('page that calls itself PDF', 'page.pdf', `%PDF-1.7\n<html>${SCRIPT}</html>`),
    file('page before a PDF', 'page.pdf', `<html>${SCRIPT}</html>\n`, invoice),
    file('PDF with a page behind it', 'page.html', invoice, `<html>${SCRIPT}</html>`),
  ];
}

const HEADERS =
  'From: a@example.org\r\nTo: b@example.org\r\nDate: Tue, 9 Jul 2026 14:02:00 +0000\r\nSubject: x\r\n';

function mails(): HostileFile[] {
  const depth = Array.from(
    { length: 2000 },
    (_, level) => `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`,
  );
  const attached = Array.from(
    { length: 5000 },
    () =>
      '--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="../../x.html"\r\n\r\nx\r\n',
  );
  return [
    file(
      'mail with a script',
      'mail.eml',
      `${HEADERS}Content-Type: text/html\r\n\r\n<img src=x onerror=alert(1)>${SCRIPT}`,
    ),
    file(
      'mail with a script',
      'mail.html',
      `${HEADERS}Content-Type: text/html\r\n\r\n<style>${'<'.repeat(20_000)}`,
    ),
    file(
      'mail of 2,000 nested parts',
      'deep.eml',
      `${HEADERS}Content-Type: multipart/mixed; boundary=b0\r\n\r\n`,
      depth.join(''),
    ),
    file(
      'mail of 5,000 attachments',
      'many.eml',
      `${HEADERS}Content-Type: multipart/mixed; boundary=b\r\n\r\n`,
      attached.join(''),
    ),
    file(
      'mail with a header of a megabyte',
      'long.eml',
      HEADERS,
      `X-Long: ${'a'.repeat(1_000_000)}\r\n\r\nx`,
    ),
    file(
      'mail in broken letters',
      'odd.eml',
      `${HEADERS}Content-Type: text/plain; charset=utf-7\r\n\r\n+ADw-script+AD4-\xff\xfe\0`,
    ),
  ];
}

/** Documents and mails that do something, that are too large once unpacked, or that are broken. */
export async function hostileDocuments(): Promise<HostileFile[]> {
  return [...bombs(), ...active(), ...broken(await invoicePdf()), ...mails()];
}
