import { useT } from '#app/i18n/use-translation.ts';
import { Section } from '../page-title.tsx';

/** The way to the signed receipt from an opened case. */
export function ReceiptAgain() {
  const t = useT('receipt');
  return (
    <Section title={t('signed.again')}>
      <p>
        {t('signed.lead')} {t('signed.noCode')}
      </p>
      <ul className="plain mt-2">
        <li>
          <a href="/track/case/receipt/pdf" download>
            {t('signed.pdf')}
          </a>
        </li>
        <li>
          <a href="/track/case/receipt/json" download>
            {t('signed.json')}
          </a>
        </li>
      </ul>
    </Section>
  );
}
