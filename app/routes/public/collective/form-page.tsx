import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import type { Refused } from '#app/platform/http/refusal.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';

interface FormPageProps {
  readonly title: string;
  readonly lead?: string;
  /** The public page that the form belongs to. */
  readonly page: { readonly slug: string; readonly title: string };
  readonly refused: Refused | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A form of a supporter, with the way back to the complaint. */
export function FormPage({ title, lead, page, refused, labels, children }: FormPageProps) {
  const t = useT('collective');
  const seconds = refused?.code === 'too-many-requests' ? Number(refused.params.seconds ?? 60) : null;
  return (
    <PublicLayout>
      <p className="mb-4">
        <a href={`/collective/${page.slug}`}>{t('form.back')}</a>
      </p>
      <PageTitle
        caption={
          <span className="block">
            <bdi>{page.title}</bdi>
          </span>
        }
        lead={lead}
      >
        {title}
      </PageTitle>
      {seconds === null ? null : (
        <Notice kind="warning" live>
          {t('wait', { minutes: Math.ceil(seconds / 60) })}
        </Notice>
      )}
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {children}
    </PublicLayout>
  );
}

/** Seen by programs alone: what they fill in here is not taken. */
export function TrapField({ name }: { name: string }) {
  const t = useT('collective');
  return (
    <div className="sr-only" aria-hidden="true">
      <label>
        {t('form.trap')}
        <input type="text" name={name} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
