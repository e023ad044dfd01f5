import { useMatches } from 'react-router';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Draft } from '#app/usecases/complaints/drafts/draft-access.server.ts';
import type { Filer } from '#app/usecases/complaints/drafts/filer.ts';

/** Which staff member writes the draft, for every page of the journey. */
export function filingMode({ filer }: Pick<Draft, 'filer'>) {
  return { filer };
}

/** The filer that the page's loader named; null for a complainant. */
export function useFiler(): Filer | null {
  const loaded = useMatches().at(-1)?.loaderData;
  return typeof loaded === 'object' && loaded !== null && 'filer' in loaded
    ? (loaded as { filer: Filer | null }).filer
    : null;
}

/** Says on each page for whom a signed-in staff member fills it in. */
export function FilingMode() {
  const t = useT('tracks');
  const { language, timeZone } = useApp();
  const filer = useFiler();
  if (filer === null) return null;
  if (filer.kind === 'operator') return <Notice>{t('mode.operator', { name: filer.name })}</Notice>;
  return (
    <Notice>
      {t('mode.officer', {
        name: filer.name,
        channel: t(`channel.${filer.channel}`),
        consent: t(`consent.${filer.consent}`),
        date: formatDateTime(filer.consentAt, language, timeZone),
      })}
    </Notice>
  );
}
