import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';

/** Says that cases wait which no channel has brought to the desk. */
export function UnservedNotice({ count }: { readonly count: number }) {
  const t = useT('service');
  if (count === 0) return null;
  return (
    <Notice kind="warning">
      <p>
        {t('unserved.notice', { count })} <a href="/operator/unserved">{t('unserved.link')}</a>
      </p>
    </Notice>
  );
}
