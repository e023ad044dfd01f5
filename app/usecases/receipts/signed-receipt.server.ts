import { renderSVG } from 'uqr';
import { EVENT_PAYLOADS } from '#app/domain/case/events.ts';
import { complainantOf } from '#app/domain/case/states.ts';
import { sealedLine, sealLine } from '#app/domain/receipt/receipt-file.ts';
import { base64UrlOfHex, type ReceiptContent, signingInput } from '#app/domain/receipt/receipt-text.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { makePdf } from '#app/platform/pdf/make-pdf.server.ts';
import { receiptKeyId, signReceipt } from '#app/platform/receipt-key.server.ts';
import { activeProfile } from '../profile.server.ts';

/** A receipt as it is handed out. */
export interface SignedReceipt {
  readonly content: ReceiptContent;
  /** The one line that proves the content. */
  readonly text: string;
  /** What the QR code holds: the page that checks the text, with the text behind it, which no browser sends. */
  readonly address: string;
  readonly keyId: string;
}

/** What the template of the PDF shows: labels and values, already in the reader's language. */
export interface ReceiptDocument {
  readonly language: string;
  readonly rtl: boolean;
  readonly title: string;
  readonly lead: string;
  readonly regulator: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly ltr: boolean }[];
  readonly qrLabel: string;
  readonly filesTitle: string;
  readonly noFiles: string;
  readonly fileHeadings: readonly string[];
  readonly files: readonly {
    readonly number: string;
    readonly type: string;
    readonly size: string;
    readonly sha256: string;
  }[];
  readonly sealTitle: string;
  readonly sealText: string;
  readonly hashes: readonly (readonly [label: string, value: string])[];
  readonly verifyTitle: string;
  readonly verifyText: string;
  readonly verifyAddress: string;
}

function nameOfOperator(id: string): string {
  return activeProfile().operators.find(operator => operator.id === id)?.name ?? id;
}

/**
 * The signed receipt of a complainant's case: what was filed, not what became of it, so that it is the same each time.
 * @throws AppError not-found, also for a case that didn't begin here
 */
export async function signedReceipt(caseId: string): Promise<SignedReceipt> {
  const first = await withActor(complainantOf(caseId), tx =>
    tx.caseEvent.findFirst({ where: { caseId, seq: 1, type: 'filed' } }),
  );
  if (first === null) throw new AppError('not-found');
  const filed = EVENT_PAYLOADS.filed.parse(first.payload);
  const { regulator, defaultLanguage } = activeProfile();
  const content: ReceiptContent = {
    version: 1,
    reference: filed.reference,
    filedAt: first.at.toISOString(),
    regulator: regulator.name[defaultLanguage],
    operator: nameOfOperator(filed.operatorId),
    category: filed.category,
    statement: base64UrlOfHex(filed.statementDigest),
    evidence: filed.evidence.map(({ sha256, size, mediaType }) => [base64UrlOfHex(sha256), size, mediaType]),
    head: base64UrlOfHex(first.hash),
  };
  const keyId = receiptKeyId();
  const signed = signingInput(content, keyId);
  const text = `${signed}.${signReceipt(signed)}`;
  return { content, text, address: `${env().PUBLIC_URL}/verify#${text}`, keyId };
}

/** Characters of a line of the printed text. */
const LINE_LENGTH = 112;

/** No line ends with a hyphen: whoever copies the text out of the PDF would lose it. */
function linesOf(text: string): readonly string[] {
  return text.match(new RegExp(`.{1,${LINE_LENGTH}}(?<!-)`, 'gs')) ?? [text];
}

/** The receipt as a PDF, with a seal over every byte of it behind its end. */
export async function receiptPdf(receipt: SignedReceipt, document: ReceiptDocument): Promise<Buffer> {
  const { text, address, content } = receipt;
  const pdf = await makePdf('receipt', {
    ...document,
    reference: content.reference,
    text,
    textLines: linesOf(text),
    qr: renderSVG(address, { ecc: 'L', border: 2 }),
  });
  const covered = new Uint8Array(pdf);
  const signature = signReceipt(await sealedLine(covered));
  return Buffer.concat([covered, Buffer.from(sealLine(receipt.keyId, signature))]);
}
