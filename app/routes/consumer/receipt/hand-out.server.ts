import { receiptJson } from '#app/domain/receipt/receipt-text.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { orErrorPage, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import {
  receiptPdf,
  type SignedReceipt,
  signedReceipt,
} from '#app/usecases/receipts/signed-receipt.server.ts';
import { receiptDocument } from './receipt-document.ts';

function asFile(body: Uint8Array<ArrayBuffer> | string, mediaType: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Type': mediaType,
    },
  });
}

async function asPdf(request: Request, receipt: SignedReceipt): Promise<Response> {
  const language = requestLanguage(request, activeProfile());
  const pdf = await receiptPdf(receipt, receiptDocument(receipt, language));
  return asFile(new Uint8Array(pdf), 'application/pdf', `${receipt.content.reference}.pdf`);
}

/** The signed receipt of a case as a file to keep: `pdf` or `json`. */
export async function handOutReceipt(request: Request, caseId: string, format: string): Promise<Response> {
  const receipt = await orErrorPage(() => signedReceipt(caseId));
  if (format === 'pdf') return asPdf(request, receipt);
  if (format !== 'json') return toErrorPage(new AppError('not-found'));
  return asFile(receiptJson(receipt.text), 'application/json', `${receipt.content.reference}.json`);
}
