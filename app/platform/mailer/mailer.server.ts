import { createTransport } from 'nodemailer';
import { withoutControls } from '#app/domain/shared/text.ts';
import { env } from '../env.server.ts';
import { onShutdown } from '../shutdown.server.ts';

/** A mail ready to go. Plain text only. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** For the header Content-Language. */
  readonly language: string;
  /** The part of the Message-ID before the @: the same for every attempt, so that a repeated mail can be told. */
  readonly messageId: string;
  /** Where a POST ends such mails: for mail programs' own button (RFC 8058). */
  readonly stopUrl?: string;
}

/** Milliseconds that the mail server may take to let us in, to greet, and between two of its answers. */
function patience() {
  const limit = env().DELIVERY_TIMEOUT * 1000;
  return { connectionTimeout: limit, greetingTimeout: limit, socketTimeout: 2 * limit } as const;
}

/** Connections kept open to the mail server. */
const CONNECTIONS = 4;

function openTransport(url: string) {
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS, ...patience() });
  // A connection that the server closes while idle is opened anew for the next mail.
  transport.on('error', () => undefined);
  return transport;
}

let opened: { readonly url: string; readonly transport: ReturnType<typeof openTransport> } | undefined;

onShutdown('mail', () => closeMailer());

/** Closes the connections; the next mail opens others. */
export function closeMailer(): void {
  opened?.transport.close();
  opened = undefined;
}

function transport() {
  const url = env().SMTP_URL;
  if (url === undefined) throw new Error('no mail server is set (SMTP_URL)');
  if (opened?.url !== url) {
    closeMailer();
    opened = { url, transport: openTransport(url) };
  }
  return opened.transport;
}

/**
 * Hands a mail to the mail server.
 * @returns the server's answer ("250 2.0.0 Ok: queued as 4F2A")
 * @throws when the server didn't take it, or didn't answer in time
 */
export async function deliver(mail: OutgoingMail): Promise<string> {
  const info: { readonly response?: string } = await transport().sendMail({
    from: env().MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.messageId}@${new URL(env().PUBLIC_URL).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      ...(mail.stopUrl !== undefined && {
        'List-Unsubscribe': `<${mail.stopUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return withoutControls(info.response ?? '');
}

/** Asks the mail server whether it would take mail from us. @throws when it would not */
export async function verifyMailServer(): Promise<void> {
  await transport().verify();
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** What the failure to hand over a mail means. */
export interface MailFailure {
  readonly outcome: 'refused' | 'refused-for-now' | 'slow' | 'unreachable' | 'insecure';
  /** The SMTP status. */
  readonly status: number | null;
  /** Without the address or anything of the mail. */
  readonly answer: string;
}

function outcomeOf({ code, responseCode, command }: SmtpError): MailFailure['outcome'] {
  // Only what is said of the recipient is final: other refusals (of the sender, the sign-in, the size) can be put right.
  if (responseCode !== undefined) {
    return responseCode >= 500 && command?.startsWith('RCPT') ? 'refused' : 'refused-for-now';
  }
  if (code === 'ETIMEDOUT') return 'slow';
  return code === 'ETLS' || code?.includes('CERT') ? 'insecure' : 'unreachable';
}

/** Sorts a failure to hand over a mail. */
export function sortMailFailure(error: unknown): MailFailure {
  const answer = mailFailure(error);
  if (!(error instanceof Error)) return { outcome: 'unreachable', status: null, answer };
  return { outcome: outcomeOf(error), status: (error as SmtpError).responseCode ?? null, answer };
}

/** Why a mail was refused, without the address or anything of the mail: "EENVELOPE 550 RCPT TO". */
export function mailFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const { code, responseCode, command }: SmtpError = error;
  const parts = [code, responseCode, command].filter(part => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : withoutControls(error.message.slice(0, 200));
}
