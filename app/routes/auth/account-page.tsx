import type { ReactNode } from 'react';
import { homeOf } from '#app/domain/access/areas.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { StaffLayout } from '#app/ui/staff-layout.tsx';

export type AccountOwner = Pick<
  StaffMember,
  'name' | 'email' | 'role' | 'organisationName' | 'language' | 'secondFactor'
>;

export function ownerOf(staff: StaffMember): AccountOwner {
  const { name, email, role, organisationName, language, secondFactor } = staff;
  return { name, email, role, organisationName, language, secondFactor };
}

/** Pages of a person's own account, with the way back to their area. */
export function AccountPage({ owner, children }: { owner: AccountOwner; children: ReactNode }) {
  const t = useT('auth');
  return (
    <StaffLayout
      userName={owner.name}
      organisation={owner.organisationName}
      roleLabel={t(`domain:role.${owner.role}`)}
      links={[
        {
          href: homeOf(owner.role),
          label: owner.role === 'liaison' ? t('common:nav.queue') : t('common:nav.regulatorArea'),
        },
        { href: '/account', label: t('common:nav.account'), current: true },
      ]}
    >
      <div className="max-w-3xl">{children}</div>
    </StaffLayout>
  );
}
