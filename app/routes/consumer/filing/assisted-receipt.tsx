import type { Language } from '#app/domain/shared/language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Panel } from '#app/ui/notice.tsx';
import { RECEIPT_PATH } from './step-paths.ts';

interface AssistedReceiptProps {
  readonly reference: string;
  /** In which the person reads the receipt. */
  readonly personReads: Language;
}

/** What a staff member does with a receipt that is somebody else's: print it in that person's language, and go on. */
export function AssistedReceipt({ reference, personReads }: AssistedReceiptProps) {
  const t = useT('assisted');
  const { language } = useApp();
  return (
    <div className="no-print">
      <Panel title={t('receipt.title')}>
        <p>{t('receipt.text')}</p>
        <div className="mt-4 flex flex-wrap gap-3">
          {personReads === language ? null : (
            <LinkButton href={`${RECEIPT_PATH}?lng=${personReads}`}>
              {t('receipt.inTheirs', { language: `\u2068${t(`common:language.${personReads}`)}\u2069` })}
            </LinkButton>
          )}
          <LinkButton href="/regulator/file" look="secondary">
            {t('receipt.next')}
          </LinkButton>
          <LinkButton href={`/regulator/cases/${reference}`} look="secondary">
            {t('receipt.case')}
          </LinkButton>
        </div>
      </Panel>
    </div>
  );
}
