import { formatBytes } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { SummaryList } from '#app/ui/lists.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Reference } from '#app/ui/tag.tsx';
import type { DraftEvidence } from '#app/usecases/complaints/drafts/draft-evidence.server.ts';
import type { FilingStep } from '#app/usecases/complaints/drafts/filing-steps.ts';
import type { CheckSection } from './check-sections.ts';
import { hrefOf } from './step-paths.ts';

export function ToCorrect({ steps }: { steps: readonly FilingStep[] }) {
  const t = useT('filing');
  return (
    <>
      <p>{t('check.toCorrect')}</p>
      <ul>
        {steps.map(step => (
          <li key={step}>
            <a href={hrefOf(step)}>{t(`step.${step}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Answers({ step, rows }: CheckSection) {
  const t = useT('filing');
  return (
    <Section title={t(`step.${step}`)}>
      <SummaryList
        rows={rows.map(({ label, value }) => ({
          label,
          value: value === null ? null : <span className="[unicode-bidi:plaintext]">{value}</span>,
          changeHref: hrefOf(step),
        }))}
      />
    </Section>
  );
}

export function Files({ files }: { files: readonly DraftEvidence[] }) {
  const t = useT('filing');
  const { language } = useApp();
  const change = hrefOf('evidence');
  const rows = files.map(({ fileName, size, sha256 }, index) => ({
    label: t('check.file', { number: index + 1 }),
    value: (
      <>
        <bdi>{fileName}</bdi>, {formatBytes(size, language)}
        <br />
        <span className="muted">
          SHA-256 <Reference>{`${sha256.slice(0, 12)}…`}</Reference>
        </span>
      </>
    ),
    changeHref: change,
  }));
  const none = [{ label: t('step.evidence'), value: t('check.noFiles'), changeHref: change }];
  return (
    <Section title={t('step.evidence')}>
      <SummaryList rows={rows.length > 0 ? rows : none} />
    </Section>
  );
}

export function FileForm() {
  const t = useT('filing');
  return (
    <Section title={t('check.fileTitle')}>
      <p className="mb-4">{t('check.fileText')}</p>
      <PostForm action={hrefOf('check')}>
        <Button>{t('check.submit')}</Button>
      </PostForm>
    </Section>
  );
}
