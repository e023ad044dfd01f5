import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Reference } from '#app/ui/tag.tsx';

interface CasePartProps {
  readonly reference: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A page beside the case's own, with the way back to it. */
export function CasePart({ reference, title, lead, children }: CasePartProps) {
  const t = useT('track');
  return (
    <PublicLayout current="track">
      <p className="mb-4">
        <a href="/track/case">
          {t('command.back')} <Reference>{reference}</Reference>
        </a>
      </p>
      <PageTitle lead={lead}>{title}</PageTitle>
      {children}
    </PublicLayout>
  );
}
