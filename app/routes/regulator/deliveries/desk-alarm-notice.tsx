import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { DeskAlarm } from '#app/usecases/service/queries/unreached-desks.server.ts';

/** Says on the overview that operators are not reached. */
export function DeskAlarmNotice({ alarm: { desks, cases } }: { readonly alarm: DeskAlarm }) {
  const t = useT('service');
  if (desks === 0) return null;
  return (
    <Notice kind="error" title={t('alarm.title', { count: desks })}>
      <p>
        {cases === 0 ? null : t('alarm.cases', { count: cases })}{' '}
        <a href="/regulator/deliveries">{t('alarm.link')}</a>
      </p>
    </Notice>
  );
}
