import { formatDate, formatDateTime } from '#app/i18n/format.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now as presentInstant } from '#app/platform/clock.server.ts';
import { receiptCookie } from '#app/platform/session/cookies.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { ButtonRow, CopyButton, LinkButton, PrintButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { SignedProof } from '#app/ui/receipt/signed-proof.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { keptReceipt, readReceipt } from '#app/usecases/complaints/drafts/read-receipt.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { signedReceipt } from '#app/usecases/receipts/signed-receipt.server.ts';
import type { Route } from './+types/receipt.ts';
import { AssistedReceipt } from './assisted-receipt.tsx';
import { NoDeviceCopy } from './device-copy.tsx';
import { NO_STORE } from './steps.server.ts';

/** The code stands on this page: no cache keeps it. */
export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const kept = keptReceipt(await receiptCookie.read(request, presentInstant()));
  if (kept === null) return { receipt: null };
  const language = requestLanguage(request, activeProfile());
  const { expected, ...receipt } = await readReceipt(kept);
  const { text, address } = await signedReceipt(kept.caseId);
  return {
    receipt: {
      ...receipt,
      signed: { text, address },
      expected: expected.map(({ clock, dueOn, rule }) => ({ clock, dueOn, ruleText: rule.text[language] })),
    },
  };
}

type Receipt = NonNullable<Awaited<ReturnType<typeof loader>>['receipt']>;

export default function ReceiptPage({ loaderData }: Route.ComponentProps) {
  return (
    <PublicLayout current="file">
      <NoDeviceCopy />
      {loaderData.receipt === null ? <NoReceipt /> : <FiledReceipt receipt={loaderData.receipt} />}
    </PublicLayout>
  );
}

function NoReceipt() {
  const t = useT('filing');
  return (
    <>
      <PageTitle>{t('receipt.goneTitle')}</PageTitle>
      <p className="mb-6">{t('receipt.goneText')}</p>
      <ButtonRow>
        <LinkButton href="/track">{t('receipt.track')}</LinkButton>
      </ButtonRow>
    </>
  );
}

function FiledReceipt({ receipt }: { receipt: Receipt }) {
  const t = useT('filing');
  const { language, timeZone } = useApp();
  return (
    <>
      <PageTitle windowTitle={t('receipt.title')} lead={t('receipt.lead', { operator: receipt.operator })}>
        {t('receipt.title')}
      </PageTitle>
      {receipt.assisted ? (
        <AssistedReceipt reference={receipt.reference} personReads={receipt.language} />
      ) : null}
      <Keep receipt={receipt} />
      <Section title={t('receipt.nextTitle')}>
        <ol className="how">
          <li>
            <p className="font-semibold">{t('receipt.serve')}</p>
            <p className="muted">{t('receipt.serveText')}</p>
          </li>
          {receipt.expected.map(({ clock, dueOn, ruleText }) => (
            <li key={clock}>
              <p className="font-semibold">
                {t(`receipt.next.${clock}`, { date: formatDate(dueOn, language, timeZone) })}
              </p>
              <p className="muted">{ruleText}</p>
            </li>
          ))}
        </ol>
        <p className="muted mt-3">{t('receipt.datesNote')}</p>
      </Section>
      <Section title={t('receipt.filedTitle')}>
        <DefinitionList
          items={[
            {
              term: t('receipt.filedAt'),
              value: formatDateTime(receipt.filedAt, language, timeZone, 'long'),
            },
            { term: t('service.operator'), value: <bdi>{receipt.operator}</bdi> },
            { term: t('step.evidence'), value: fileCount(t, receipt.files) },
          ]}
        />
      </Section>
      <SignedProof {...receipt.signed} path="/complaint/receipt" />
      <div className="no-print">
        <ButtonRow>
          <PrintButton>{t('receipt.print')}</PrintButton>
          <LinkButton href="/track" look="secondary">
            {t('receipt.track')}
          </LinkButton>
        </ButtonRow>
      </div>
    </>
  );
}

function fileCount(t: ReturnType<typeof useT>, count: number): string {
  return t('common:count.files', { count, formatted: count });
}

function Keep({ receipt }: { receipt: Receipt }) {
  const t = useT('filing');
  return (
    <Notice kind="success" title={t('receipt.keepTitle')}>
      <dl className="my-3 grid gap-3">
        <div>
          <dt>{t('receipt.reference')}</dt>
          <dd className="flex flex-wrap items-center gap-3">
            <Reference large>{receipt.reference}</Reference> <CopyButton text={receipt.reference} />
          </dd>
        </div>
        <div>
          <dt>{t('receipt.code')}</dt>
          <dd className="flex flex-wrap items-center gap-3">
            <Reference large>{receipt.code}</Reference> <CopyButton text={receipt.code} />
          </dd>
        </div>
      </dl>
      <p>{t('receipt.keepText')}</p>
      <p className="mt-2">
        {receipt.email
          ? t('receipt.mailed', { email: `\u2068${receipt.email}\u2069` })
          : t('receipt.notMailed')}
      </p>
      {receipt.email ? <p className="mt-2">{t('receipt:address.hint')}</p> : null}
    </Notice>
  );
}
