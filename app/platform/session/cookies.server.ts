import { createCookie } from 'react-router';
import { z } from 'zod';
import { keyedDigest, openSealedText, sealText } from '../crypto.server.ts';
import { env } from '../env.server.ts';

/** A cookie of a complainant, who has no account: what it holds is readable by this application only. */
export interface SessionCookie {
  /** The value, or null when there is none, it was changed, or its time is over at `now`. */
  read(request: Pick<Request, 'headers'>, now: Date): Promise<string | null>;
  /** The `Set-Cookie` header that keeps a value until an instant. */
  set(value: string, until: Date): Promise<string>;
  /** As `set`, for a computer that several people use: the browser forgets it when it is closed. */
  setForVisit(value: string, until: Date): Promise<string>;
  /** The `Set-Cookie` header that makes the browser forget it. */
  clear(): Promise<string>;
}

const Content = z.object({ value: z.string(), until: z.iso.datetime() });

function open(sealed: unknown): z.infer<typeof Content> | null {
  if (typeof sealed !== 'string') return null;
  try {
    return Content.parse(JSON.parse(openSealedText(sealed)));
  } catch {
    return null;
  }
}

function contentOf(value: string, until: Date): string {
  return sealText(JSON.stringify({ value, until: until.toISOString() }));
}

/**
 * Signed, and its content sealed with its end: a copy of a shared computer's cookies shows no code, and a browser
 * that keeps a cookie for longer gains nothing.
 */
function sealedCookie(name: string): SessionCookie {
  const cookie = () =>
    createCookie(name, {
      httpOnly: true,
      path: '/',
      sameSite: 'lax',
      secure: env().PUBLIC_URL.startsWith('https:'),
      secrets: [keyedDigest('cookie', name)],
    });
  return {
    async read(request, now) {
      const content = open(await cookie().parse(request.headers.get('cookie')));
      return content !== null && content.until > now.toISOString() ? content.value : null;
    },
    set: (value, until) => cookie().serialize(contentOf(value, until), { expires: until }),
    setForVisit: (value, until) => cookie().serialize(contentOf(value, until)),
    clear: () => cookie().serialize('', { maxAge: 0 }),
  };
}

/** What was chosen on the start page, until the first pages of the complaint have taken it over. */
export const startCookie = sealedCookie('recours_start');

/** The token of the complaint that is being written. */
export const draftCookie = sealedCookie('recours_draft');

/** The draft that signed-in staff write, with their id: it opens in that person's session alone. */
export const staffDraftCookie = sealedCookie('recours_staff_draft');

/** The receipt of the complaint that was just filed: the only place that shows its code once more. */
export const receiptCookie = sealedCookie('recours_receipt');

/** A supporter's own entry behind a collective complaint, once her code was right. */
export const supporterCookie = sealedCookie('recours_supporter');

/** The case that a complainant has opened with reference and code. */
export const caseCookie = sealedCookie('recours_case');

/** The accounts that staff have opened on this device: their sign-in is not slowed by strangers. */
export const deviceCookie = sealedCookie('recours_device');

/** What a sign-in at an operator's identity provider is compared with when the person comes back. */
export const singleSignOnCookie = sealedCookie('recours_sso');
