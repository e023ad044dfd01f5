import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';

/** Others have the same trouble: said calmly, and the complaint goes on as before. */
export function SimilarReports({ count }: { count: number | null }) {
  const t = useT('start');
  if (count === null) return null;
  return (
    <Notice title={t('similarTitle')}>
      <p>
        {t('similar', { count })} {t('similarText')}
      </p>
    </Notice>
  );
}
