import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition, fileHeaders, fileResponse, rangeOf } from './file-response.server.ts';

const FILE = { mediaType: 'video/mp4', fileName: 'film.mp4', size: 1000, disposition: 'inline' } as const;

describe('the headers of a file', () => {
  test('name it for old and new clients', () => {
    expect(contentDisposition('attachment', 'facture été "1".pdf')).toBe(
      `attachment; filename="facture ete _1_.pdf"; filename*=UTF-8''facture%20%C3%A9t%C3%A9%20%221%22.pdf`,
    );
    expect(contentDisposition('inline', 'فاتورة.pdf')).toContain(`filename*=UTF-8''%D9%81%D8%A7`);
  });

  test('can not be broken out of by any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        expect(contentDisposition('attachment', name)).toMatch(
          /^attachment; filename="[ !#$&-[\]-~]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/,
        );
      }),
    );
  });

  test('let nothing run, and nobody keep it', () => {
    const headers = fileHeaders(FILE);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    // Every answer has it already; sent twice, browsers take it for nothing.
    expect(headers.get('x-content-type-options')).toBeNull();
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(fileHeaders({ ...FILE, mediaType: 'text/plain' }).get('content-type')).toBe(
      'text/plain; charset=utf-8',
    );
  });

  test('leave the sandbox only to a PDF that we drew ourselves', () => {
    const pdf = { ...FILE, mediaType: 'application/pdf' } as const;
    expect(fileHeaders(pdf).get('content-security-policy')).not.toContain('sandbox');
    expect(fileHeaders({ ...pdf, disposition: 'attachment' }).get('content-security-policy')).toContain(
      'sandbox',
    );
  });
});

describe('a part of a file', () => {
  test.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=900-', { start: 900, end: 999 }],
    ['bytes=-100', { start: 900, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=0-5000', { start: 0, end: 999 }],
    ['bytes=1000-', undefined],
    ['bytes=5-4', undefined],
    ['bytes=-', undefined],
    ['bytes=-0', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=0-1', undefined],
    [null, undefined],
  ])('%s', (header, range) => {
    expect(rangeOf(header, 1000)).toEqual(range);
  });

  test('says which part it is', async () => {
    const headers = fileHeaders(FILE, { start: 10, end: 12 });
    const response = fileResponse({
      ...FILE,
      stream: Readable.from([Buffer.from('abc')]),
      status: 206,
      headers,
    });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 10-12/1000');
    expect(response.headers.get('content-length')).toBe('3');
    expect(await response.text()).toBe('abc');
  });
});
