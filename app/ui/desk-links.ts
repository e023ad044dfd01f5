import type { DeskRole } from '#app/domain/access/desk-roles.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { StaffLink } from './staff-layout.tsx';

export type DeskPlace = 'queue' | 'mine' | 'disputes' | 'performance' | 'settings' | 'account';

/** The ways through an operator's area, the same on each of its people's pages. */
export function useDeskLinks(deskRole: DeskRole | null, place: DeskPlace | null): readonly StaffLink[] {
  const t = useT('common');
  const link = (key: DeskPlace, href: string, label: string) => ({ href, label, current: place === key });
  return [
    link('queue', '/operator', t('nav.queue')),
    link('mine', '/operator/mine', t('answering:nav')),
    link('disputes', '/operator/disputes', t('wholesale:nav')),
    link('performance', '/operator/performance', t('performance:nav')),
    ...(deskRole === 'administrator' ? [link('settings', '/operator/settings', t('settings:nav'))] : []),
    link('account', '/account', t('nav.account')),
  ];
}
