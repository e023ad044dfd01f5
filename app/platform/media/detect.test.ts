import { describe, expect, test } from 'vitest';
import {
  invoicePdf,
  iphonePhoto,
  messageScreenshot,
  operatorEmail,
  phonePhoto,
  recordedCall,
  voiceMessage,
} from '#scripts/testing/sample-files.ts';
import { detectMediaType } from './detect.server.ts';

const MAIL = 'From: a@example.com\r\nTo: b@example.com\r\nDate: Tue, 9 Jul 2026 14:02:00 +0000\r\n';
const GIF = 'GIF89a/*\x01\x00\x01\x00*/=1;alert(1)//';

describe('the type of a file', () => {
  test.each([
    ['image/jpeg', phonePhoto],
    ['image/png', () => messageScreenshot()],
    ['image/heic', iphonePhoto],
    ['application/pdf', () => invoicePdf()],
    ['audio/mp4', () => voiceMessage()],
    ['audio/wav', recordedCall],
    ['message/rfc822', operatorEmail],
    ['audio/ogg', () => Buffer.from(`OggS\0\x02${'\0'.repeat(22)}OpusHead${'\0'.repeat(20)}`, 'latin1')],
    ['audio/amr', () => Buffer.from('#!AMR\n\x3c', 'latin1')],
    ['video/quicktime', () => Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1')],
    ['video/3gpp', () => Buffer.from('\0\0\0\x14ftyp3gp4\0\0\0\0isom', 'latin1')],
  ])('is %s by its content', async (type, content) => {
    expect(await detectMediaType(await content())).toBe(type);
  });

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['SVG with a prologue', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a script that is also a GIF', GIF],
    ['HTML in front of a PDF', '<script>alert(1)</script>%PDF-1.7'],
    ['an archive', 'PK\x03\x04\x14\0\0\0\0\0'],
    ['a program', 'MZ\x90\0\x03\0\0\0'],
    ['a Linux program', '\x7fELF\x02\x01\x01\0'],
    ['a shell script', '#!/bin/sh\nrm -rf /\n'],
    ['text', 'From here: to there\nand back'],
    ['a page that mentions mail', `${MAIL}<script>alert(1)</script>\r\nSubject: x\r\n`],
    ['a page in front of mail', `<html>\r\n${MAIL}\r\nhello`],
    ['mail without a date', 'From: a@example.com\r\nTo: b@example.com\r\n\r\nhello'],
    ['mail with a control character', `${MAIL}Subject: a\0b\r\n\r\nhello`],
    ['nothing', ''],
  ])('is none of ours for %s', async (_, content) => {
    expect(await detectMediaType(Buffer.from(content, 'latin1'))).toBeUndefined();
  });

  test('is e-mail with folded lines, names in UTF-8 and no body', async () => {
    const mail = `${MAIL}Subject: a very\r\n long subject\r\nX-Name: Émilie\r\n`;
    expect(await detectMediaType(Buffer.from(mail))).toBe('message/rfc822');
    expect(await detectMediaType(Buffer.from(mail.replaceAll('\r\n', '\n')))).toBe('message/rfc822');
  });
});
