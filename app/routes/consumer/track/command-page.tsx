import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import type { Refused } from '#app/platform/http/refusal.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Reference } from '#app/ui/tag.tsx';
import type { CommandStanding } from './open-case.server.ts';

interface CommandPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly standing: CommandStanding;
  readonly refused: Refused | undefined;
  /** Label of each field, for the summary of errors. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the question is about: shown before the form. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** One question to the complainant on a page of its own, with the way back to the case. */
export function CommandPage({ title, lead, standing, refused, labels, about, children }: CommandPageProps) {
  const t = useT('track');
  const overtaken = refused && Object.keys(refused.errors).length === 0 ? refused : undefined;
  return (
    <PublicLayout current="track">
      <p className="mb-4">
        <a href="/track/case">
          {t('command.back')} <Reference>{standing.reference}</Reference>
        </a>
      </p>
      <PageTitle lead={lead}>{title}</PageTitle>
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {overtaken || !standing.permitted ? <Overtaken refused={overtaken} open={standing.permitted} /> : null}
      {about ? <div className="mb-8">{about}</div> : null}
      {standing.permitted ? children : null}
    </PublicLayout>
  );
}

/** Somebody else acted first. Where the command is closed now, what was typed is there to be copied. */
function Overtaken({ refused, open }: { refused: Refused | undefined; open: boolean }) {
  const t = useT('track');
  const tErrors = useT('errors');
  const message = refused?.values.message;
  const code = refused?.code ?? 'command-not-permitted';
  return (
    <Notice kind="warning" title={tErrors(`${code}.title`)} live>
      <p>{open ? t('command.overtaken') : t('command.closed')}</p>
      {!open && typeof message === 'string' && message !== '' ? (
        <>
          <p>{t('command.yourText')}</p>
          <blockquote className="whitespace-pre-line" dir="auto">
            {message}
          </blockquote>
        </>
      ) : null}
    </Notice>
  );
}
