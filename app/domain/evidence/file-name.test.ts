import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameAs, MAX_FILE_NAME, neutraliseFileName } from './file-name.ts';
import { ACCEPTED_FILES, isMediaType, kindOf, MEDIA_TYPES, type MediaType } from './media-types.ts';

const mediaType = fc.constantFrom(...Object.keys(MEDIA_TYPES).filter(isMediaType));

describe('the name of an evidence file', () => {
  test.each<[string, MediaType, string]>([
    ['photo.jpg', 'image/jpeg', 'photo.jpg'],
    ['Photo.JPEG', 'image/jpeg', 'Photo.jpeg'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Users\\amina\\facture mars.pdf', 'application/pdf', 'facture mars.pdf'],
    ['invoice.pdf.exe', 'application/pdf', 'invoice.pdf'],
    ['Rechnung 3.11.2024', 'application/pdf', 'Rechnung 3.11.2024.pdf'],
    ['fac\u202egpj.exe', 'image/jpeg', 'facgpj.jpg'],
    ['فاتورة الهاتف.png', 'image/png', 'فاتورة الهاتف.png'],
    ['e\u0301te\u0301.webp', 'image/webp', 'été.webp'],
    ['NUL.png', 'image/png', 'file.png'],
    ['con', 'audio/ogg', 'file.ogg'],
    ['a<b>:"|?*.mp3', 'audio/mpeg', 'a_b______.mp3'],
    ['a\r\nSet-Cookie: x.mp4', 'video/mp4', 'aSet-Cookie_ x.mp4'],
    ['.htaccess', 'message/rfc822', 'htaccess.eml'],
    ['', 'image/heic', 'file.heic'],
    ['...', 'image/heic', 'file.heic'],
    ['voice.3gp', 'video/3gpp', 'voice.3gp'],
  ])('%j of type %s becomes %j', (name, type, expected) => {
    expect(neutraliseFileName(name, type)).toBe(expected);
  });

  test('holds nothing that a header, a shell, a folder or a reader could take amiss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), mediaType, (name, type) => {
        const safe = neutraliseFileName(name, type);
        expect(safe.length).toBeLessThanOrEqual(MAX_FILE_NAME);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069/\\"<>|?*:]/u);
        expect(safe).not.toMatch(/^[.\s]|[.\s]$/u);
        expect(safe.isWellFormed()).toBe(true);
        expect(MEDIA_TYPES[type].extensions.some(extension => safe.endsWith(`.${extension}`))).toBe(true);
      }),
    );
  });

  test('does not change when it is neutralised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), mediaType, (name, type) => {
        const once = neutraliseFileName(name, type);
        expect(neutraliseFileName(once, type)).toBe(once);
      }),
    );
  });

  test('takes the extension of the copy', () => {
    expect(fileNameAs('photo.heic', 'jpg')).toBe('photo.jpg');
    expect(fileNameAs('voice.3gp', 'm4a')).toBe('voice.m4a');
  });
});

describe('the accepted types', () => {
  test('each have a kind, and a file field names them all', () => {
    expect(kindOf('video/quicktime')).toBe('video');
    expect(kindOf('text/plain')).toBe('email');
    for (const type of Object.keys(MEDIA_TYPES)) expect(ACCEPTED_FILES.split(',')).toContain(type);
  });

  test('leave out what a browser would run', () => {
    for (const type of ['image/svg+xml', 'text/html', 'application/zip', 'toString'])
      expect(isMediaType(type)).toBe(false);
  });
});
