import type { ReceiptContent } from '#app/domain/receipt/receipt-text.ts';
import type { ReceiptVerdict as Verdict } from '#app/domain/receipt/verify-receipt.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { localeOf } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { DefinitionList } from '../lists.tsx';
import { Notice } from '../notice.tsx';
import { Section } from '../page-title.tsx';
import { FILE_KIND_TEXTS, ReceiptFacts } from './receipt-facts.tsx';

const REFUSALS = ['changed', 'unknown-key', 'not-a-receipt'] as const;

interface Checked {
  readonly verdict: Verdict;
  readonly evidence: number | 'unlisted' | null;
}

/** What came of the check, said plainly. */
export function ReceiptVerdict({ checked: { verdict, evidence } }: { checked: Checked }) {
  if (!verdict.ok) return <Refusal reason={verdict.reason} />;
  return (
    <>
      <Holds regulator={verdict.content.regulator} />
      {evidence === null ? null : <EvidenceFound evidence={evidence} />}
      <Proven content={verdict.content} keyId={verdict.keyId} />
    </>
  );
}

function Refusal({ reason }: { reason: (typeof REFUSALS)[number] }) {
  const t = useT('receipt');
  return (
    <Notice kind="error" live title={t(`verify.${reason}`)}>
      <p>{t(`verify.${reason}Text`)}</p>
    </Notice>
  );
}

function Holds({ regulator }: { regulator: string }) {
  const t = useT('receipt');
  return (
    <Notice kind="success" live title={t('verify.holds')}>
      <p>{t('verify.holdsText', { regulator: `\u2068${regulator}\u2069` })}</p>
    </Notice>
  );
}

function EvidenceFound({ evidence }: { evidence: number | 'unlisted' }) {
  const t = useT('receipt');
  return evidence === 'unlisted' ? (
    <Notice kind="error" live>
      <p>{t('verify.evidenceUnlisted')}</p>
    </Notice>
  ) : (
    <Notice kind="success" live>
      <p>{t('verify.evidenceListed', { number: evidence })}</p>
    </Notice>
  );
}

function Proven({ content, keyId }: { content: ReceiptContent; keyId: string }) {
  const t = useT('receipt');
  return (
    <Section title={t('verify.says')}>
      <ReceiptFacts content={content} keyId={keyId} />
      <p className="muted mt-3">{t('verify.limits')}</p>
    </Section>
  );
}

function slot(name: string) {
  return <bdi data-slot={name} />;
}

/** What a browser that checks on its own shows: the same words, with gaps that its script fills. */
export function VerdictTemplates() {
  const t = useT('receipt');
  const { language, timeZone } = useApp();
  const categories = Object.fromEntries(CATEGORY_KEYS.map(key => [key, t(`taxonomy:category.${key}.label`)]));
  const kinds = Object.fromEntries(
    Object.entries(FILE_KIND_TEXTS).map(([kind, text]) => [kind, t(`common:file.${text}`)]),
  );
  return (
    <>
      {REFUSALS.map(reason => (
        <template key={reason} data-verdict={reason}>
          <Refusal reason={reason} />
        </template>
      ))}
      <template data-verdict="evidence-unlisted">
        <EvidenceFound evidence="unlisted" />
      </template>
      <template data-verdict="evidence-listed">
        <Notice kind="success" live>
          <p data-text={t('verify.evidenceListed', { number: '%' })} />
        </Notice>
      </template>
      <template
        data-verdict="holds"
        data-locale={localeOf(language)}
        data-zone={timeZone}
        data-categories={JSON.stringify(categories)}
        data-kinds={JSON.stringify(kinds)}
      >
        <Notice kind="success" live title={t('verify.holds')}>
          <p data-text={t('verify.holdsText', { regulator: '\u2068%\u2069' })} />
        </Notice>
        <div data-evidence-verdict="" />
        <Section title={t('verify.says')}>
          <DefinitionList
            items={['reference', 'filedAt', 'regulator', 'operator', 'category'].map(name => ({
              term: t(`facts.${name}`),
              value: slot(name),
              key: name,
            }))}
          />
          <h3 className="mt-4 mb-2">{t('facts.files')}</h3>
          <ol className="filed-files mb-4" data-files={t('facts.noFiles')} />
          <DefinitionList
            items={['statement', 'head', 'key'].map(name => ({
              term: t(`facts.${name}`),
              value: <span className="fingerprint" dir="ltr" data-slot={name} />,
              key: name,
            }))}
          />
          <p className="muted mt-3">{t('verify.limits')}</p>
        </Section>
      </template>
    </>
  );
}
