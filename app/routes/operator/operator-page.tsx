import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { type DeskPlace, useDeskLinks } from '#app/ui/desk-links.ts';
import { StaffLayout } from '#app/ui/staff-layout.tsx';

/** Pages of a case are for who is signed in: no cache on the way keeps them. */
export const PRIVATE_PAGE = { 'Cache-Control': 'private, no-store' } as const;

/** What pages say of the person who is signed in. */
export type StaffName = Pick<StaffMember, 'name' | 'role' | 'organisationName' | 'deskRole'>;

export function nameOf({ name, role, organisationName, deskRole }: StaffMember): StaffName {
  return { name, role, organisationName, deskRole };
}

interface OperatorPageProps {
  readonly staff: StaffName;
  readonly current: Exclude<DeskPlace, 'account'> | 'case';
  readonly children: ReactNode;
}

export function OperatorPage({ staff, current, children }: OperatorPageProps) {
  const t = useT('common');
  // A case belongs to the queue, whose rows can be chosen only where they are shown.
  const links = useDeskLinks(staff.deskRole, current === 'case' ? 'queue' : current);
  return (
    <StaffLayout
      choosing={current === 'queue'}
      userName={staff.name}
      organisation={staff.organisationName}
      roleLabel={t(`domain:role.${staff.role}`)}
      links={links}
    >
      {children}
    </StaffLayout>
  );
}
