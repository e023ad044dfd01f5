import type { ReactNode } from 'react';
import { mayEnter } from '#app/domain/access/areas.ts';
import { maySee } from '#app/domain/access/visibility.ts';
import type { Role } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { StaffLayout } from '#app/ui/staff-layout.tsx';

/** What the pages say of the person who is signed in. */
export interface Viewer {
  readonly name: string;
  readonly role: Role;
}

type Place = 'overview' | 'cases' | 'figures' | 'file' | 'people' | 'deliveries' | 'rules' | 'calendars';

interface FrameProps {
  readonly viewer: Viewer;
  readonly current: Place;
  readonly children: ReactNode;
}

/** The regulator's area around each of its pages. */
export function RegulatorFrame({ viewer, current, children }: FrameProps) {
  const t = useT('regulator');
  const app = useApp();
  const place = (key: Place, href: string) => ({ href, label: t(`nav.${key}`), current: current === key });
  const showsMail = app.instance !== 'production' && maySee(viewer.role, 'mail-outbox');
  return (
    <StaffLayout
      userName={viewer.name}
      roleLabel={t(`domain:role.${viewer.role}`)}
      links={[
        place('overview', '/regulator'),
        place('cases', '/regulator/cases'),
        place('figures', '/regulator/figures'),
        { href: '/regulator/deliveries', label: t('service:nav'), current: current === 'deliveries' },
        ...(mayEnter(viewer.role, 'filing-help')
          ? [{ href: '/regulator/file', label: t('assisted:nav'), current: current === 'file' }]
          : []),
        ...(mayEnter(viewer.role, 'staff')
          ? [{ href: '/regulator/people', label: t('people:nav'), current: current === 'people' }]
          : []),
        ...(mayEnter(viewer.role, 'rules')
          ? [
              { href: '/regulator/rules', label: t('rules:nav.rules'), current: current === 'rules' },
              {
                href: '/regulator/calendars',
                label: t('rules:nav.calendars'),
                current: current === 'calendars',
              },
            ]
          : []),
        ...(showsMail ? [{ href: '/dev/mail', label: t('nav.mail') }] : []),
        { href: '/account', label: t('nav.account') },
      ]}
    >
      {children}
    </StaffLayout>
  );
}
