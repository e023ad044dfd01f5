import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { useDeskLinks } from '#app/ui/desk-links.ts';
import { useRegulatorLinks } from '#app/ui/regulator-links.ts';
import { StaffLayout } from '#app/ui/staff-layout.tsx';

export type AccountOwner = Pick<
  StaffMember,
  'name' | 'email' | 'role' | 'organisationName' | 'deskRole' | 'language' | 'secondFactor'
>;

export function ownerOf(staff: StaffMember): AccountOwner {
  const { name, email, role, organisationName, deskRole, language, secondFactor } = staff;
  return { name, email, role, organisationName, deskRole, language, secondFactor };
}

/** Pages of a person's own account, within the ways of their area. */
export function AccountPage({ owner, children }: { owner: AccountOwner; children: ReactNode }) {
  const t = useT('domain');
  const atDesk = useDeskLinks(owner.deskRole, 'account');
  const atRegulator = useRegulatorLinks(owner.role, 'account');
  return (
    <StaffLayout
      userName={owner.name}
      organisation={owner.organisationName}
      roleLabel={t(`role.${owner.role}`)}
      links={owner.role === 'liaison' ? atDesk : atRegulator}
    >
      <div className="max-w-3xl">{children}</div>
    </StaffLayout>
  );
}
