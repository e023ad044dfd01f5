import { describe, expect, it } from 'vitest';
import { caseCookie, draftCookie, receiptCookie } from './cookies.server.ts';

const UNTIL = new Date('2026-03-10T10:00:00Z');
const BEFORE = new Date('2026-03-10T09:59:59Z');

function requestWith(setCookie: string): Request {
  return new Request('http://recours.test/', { headers: { cookie: setCookie.split(';')[0] ?? '' } });
}

describe('a cookie of a complainant', () => {
  it('gives back what it was given, until its end', async () => {
    const request = requestWith(await receiptCookie.set('code K3F9', UNTIL));
    expect(await receiptCookie.read(request, BEFORE)).toBe('code K3F9');
    expect(await receiptCookie.read(request, UNTIL)).toBeNull();
  });

  it('is out of reach of scripts and shows nothing of its content', async () => {
    const header = await receiptCookie.set('code K3F9', UNTIL);
    expect(header).toMatch(/HttpOnly/i);
    expect(header).toMatch(/SameSite=Lax/i);
    expect(header).toMatch(/Expires=Tue, 10 Mar 2026 10:00:00 GMT/);
    expect(Buffer.from(header, 'base64').toString('latin1')).not.toContain('K3F9');
    expect(header).not.toContain('K3F9');
  });

  it('does not pass for another cookie, nor after a change of one character', async () => {
    const header = await draftCookie.set('token', UNTIL);
    const value = header.split(';')[0]?.split('=').slice(1).join('=') ?? '';
    const changed = `${value.slice(0, 20)}${value[20] === 'A' ? 'B' : 'A'}${value.slice(21)}`;
    expect(await caseCookie.read(requestWith(`recours_case=${value}`), BEFORE)).toBeNull();
    expect(await draftCookie.read(requestWith(`recours_draft=${changed}`), BEFORE)).toBeNull();
    expect(await draftCookie.read(requestWith('recours_draft=forged'), BEFORE)).toBeNull();
    expect(await draftCookie.read(new Request('http://recours.test/'), BEFORE)).toBeNull();
  });

  it('is forgotten when cleared', async () => {
    expect(await draftCookie.clear()).toMatch(/Max-Age=0/);
  });
});
