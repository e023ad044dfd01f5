import { mayEnter } from '#app/domain/access/areas.ts';
import { maySee } from '#app/domain/access/visibility.ts';
import type { Role } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from './app-context.tsx';
import type { StaffLink } from './staff-layout.tsx';

export type RegulatorPlace =
  | 'overview'
  | 'cases'
  | 'figures'
  | 'file'
  | 'people'
  | 'deliveries'
  | 'rules'
  | 'calendars'
  | 'account';

/** The ways through the regulator's area, as far as a role may enter it; the same on each of its people's pages. */
export function useRegulatorLinks(role: Role, here: RegulatorPlace): readonly StaffLink[] {
  const t = useT('regulator');
  const app = useApp();
  const place = (key: RegulatorPlace, href: string) => ({
    href,
    label: t(`nav.${key}`),
    current: here === key,
  });
  const showsMail = app.instance !== 'production' && maySee(role, 'mail-outbox');
  return [
    place('overview', '/regulator'),
    place('cases', '/regulator/cases'),
    place('figures', '/regulator/figures'),
    { href: '/regulator/deliveries', label: t('service:nav'), current: here === 'deliveries' },
    ...(mayEnter(role, 'filing-help')
      ? [{ href: '/regulator/file', label: t('assisted:nav'), current: here === 'file' }]
      : []),
    ...(mayEnter(role, 'staff')
      ? [{ href: '/regulator/people', label: t('people:nav'), current: here === 'people' }]
      : []),
    ...(mayEnter(role, 'rules')
      ? [
          { href: '/regulator/rules', label: t('rules:nav.rules'), current: here === 'rules' },
          {
            href: '/regulator/calendars',
            label: t('rules:nav.calendars'),
            current: here === 'calendars',
          },
        ]
      : []),
    ...(showsMail ? [{ href: '/dev/mail', label: t('nav.mail') }] : []),
    place('account', '/account'),
  ];
}
