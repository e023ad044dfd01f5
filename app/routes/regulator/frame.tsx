import type { ReactNode } from 'react';
import type { Role } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type RegulatorPlace, useRegulatorLinks } from '#app/ui/regulator-links.ts';
import { StaffLayout } from '#app/ui/staff-layout.tsx';

/** What the pages say of the person who is signed in. */
export interface Viewer {
  readonly name: string;
  readonly role: Role;
}

interface FrameProps {
  readonly viewer: Viewer;
  readonly current: Exclude<RegulatorPlace, 'account'>;
  readonly children: ReactNode;
}

/** The regulator's area around each of its pages. */
export function RegulatorFrame({ viewer, current, children }: FrameProps) {
  const t = useT('domain');
  const links = useRegulatorLinks(viewer.role, current);
  return (
    <StaffLayout userName={viewer.name} roleLabel={t(`role.${viewer.role}`)} links={links}>
      {children}
    </StaffLayout>
  );
}
