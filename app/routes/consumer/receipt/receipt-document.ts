import { kindOf } from '#app/domain/evidence/media-types.ts';
import { hexOf } from '#app/domain/receipt/receipt-text.ts';
import { directionOf, type Language } from '#app/domain/shared/language.ts';
import { formatBytes, formatDateTime, formatNumber } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { env } from '#app/platform/env.server.ts';
import { FILE_KIND_TEXTS } from '#app/ui/receipt/receipt-facts.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { ReceiptDocument, SignedReceipt } from '#app/usecases/receipts/signed-receipt.server.ts';

/** The PDF's words in the reader's language. */
export function receiptDocument({ content, keyId }: SignedReceipt, language: Language): ReceiptDocument {
  const t = translator(language, 'receipt');
  const { timeZone, regulator } = activeProfile();
  const fact = (key: string, value: string, ltr = false) => ({ label: t(`facts.${key}`), value, ltr });
  const filedAt = formatDateTime(content.filedAt, language, timeZone, 'long');
  return {
    language,
    rtl: directionOf(language) === 'rtl',
    title: t('document.title'),
    lead: t('document.lead'),
    regulator: regulator.name[language],
    facts: [
      fact('reference', content.reference, true),
      fact('filedAt', filedAt),
      { label: 'UTC', value: content.filedAt, ltr: true },
      fact('operator', content.operator, true),
      fact('category', t(`taxonomy:category.${content.category}.label`)),
    ],
    qrLabel: t('signed.qr'),
    filesTitle: t('facts.files'),
    noFiles: t('facts.noFiles'),
    fileHeadings: ['number', 'type', 'size', 'sha256'].map(key => t(`facts.${key}`)),
    files: content.evidence.map(([hash, bytes, mediaType], index) => ({
      number: formatNumber(index + 1, language),
      type: t(`common:file.${FILE_KIND_TEXTS[kindOf(mediaType)]}`),
      size: formatBytes(bytes, language),
      sha256: hexOf(hash),
    })),
    sealTitle: t('document.sealTitle'),
    sealText: t('document.sealText'),
    hashes: [
      [t('facts.statement'), hexOf(content.statement)],
      [t('facts.head'), hexOf(content.head)],
      [t('facts.key'), keyId],
    ],
    verifyTitle: t('document.verifyTitle'),
    verifyText: t('document.verifyText'),
    verifyAddress: `${env().PUBLIC_URL}/verify`,
  };
}
