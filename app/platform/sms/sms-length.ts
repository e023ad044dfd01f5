/** The characters of GSM 03.38's default alphabet; those of the extension take two places. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

/** Characters of an SMS: alone, and in each part of a longer one. */
const ROOM = { gsm7: [160, 153], ucs2: [70, 67] } as const;

export interface SmsLength {
  readonly encoding: 'gsm7' | 'ucs2';
  /** In the encoding's own units. */
  readonly characters: number;
  /** What the network counts and bills. */
  readonly parts: number;
}

/** How long a text is as an SMS (3GPP TS 23.038): one character outside GSM's alphabet makes all of it UCS-2. */
export function smsLength(text: string): SmsLength {
  const units = [...text].map(character => {
    if (BASIC.includes(character)) return 1;
    return EXTENSION.includes(character) ? 2 : undefined;
  });
  const encoding = units.includes(undefined) ? 'ucs2' : 'gsm7';
  const characters =
    encoding === 'ucs2' ? text.length : units.reduce<number>((sum, unit) => sum + (unit ?? 0), 0);
  const [alone, inParts] = ROOM[encoding];
  return { encoding, characters, parts: characters <= alone ? 1 : Math.ceil(characters / inParts) };
}
