import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { ButtonRow, CopyButton, LinkButton } from '../button.tsx';
import { Details } from '../notice.tsx';
import { Section } from '../page-title.tsx';
import { QrCode } from './qr-code.tsx';

interface SignedProofProps {
  readonly text: string;
  /** What the QR code holds. */
  readonly address: string;
  /** Where PDF and JSON are downloaded: "/complaint/receipt". */
  readonly path: string;
}

/** The signed receipt on the page that follows filing: downloads, the square code, the text itself. */
export function SignedProof({ text, address, path }: SignedProofProps) {
  const t = useT('receipt');
  const { language } = useApp();
  return (
    <Section title={t('signed.title')} id="signed">
      <div className="signed-proof">
        <div>
          <p>{t('signed.lead')}</p>
          <p className="mt-2">{t('signed.noCode')}</p>
          <div className="no-print">
            <ButtonRow>
              <LinkButton href={`${path}/pdf?lng=${language}`} look="secondary" download>
                {t('signed.pdf')}
              </LinkButton>
            </ButtonRow>
            <p>
              <a href={`${path}/json`} download>
                {t('signed.json')}
              </a>
              <br />
              <a href="/verify">{t('signed.check')}</a>
            </p>
          </div>
        </div>
        <figure>
          <QrCode text={address} label={t('signed.qr')} />
          <figcaption className="muted">{t('signed.qrHint')}</figcaption>
        </figure>
      </div>
      <div className="no-print">
        <Details summary={t('signed.text')}>
          <p className="receipt-text" dir="ltr">
            {text}
          </p>
          <CopyButton text={text} />
        </Details>
      </div>
    </Section>
  );
}
