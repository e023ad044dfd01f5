import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { Tabs } from '#app/ui/navigation.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { OperatorPage, type StaffName } from '../operator-page.tsx';
import { SETTINGS_TABS, type SettingsTab } from './settings-tabs.ts';

interface SettingsPageProps {
  readonly staff: StaffName;
  readonly current: SettingsTab;
  readonly children: ReactNode;
}

/** A page of the operator's settings below their tabs; its title is the tab's. */
export function SettingsPage({ staff, current, children }: SettingsPageProps) {
  const t = useT('settings');
  return (
    <OperatorPage staff={staff} current="settings">
      <PageTitle caption={t('title')}>{t(`tab.${current}`)}</PageTitle>
      <Tabs
        label={t('title')}
        tabs={SETTINGS_TABS.map(({ key, href }) => ({
          href,
          label: t(`tab.${key}`),
          current: key === current,
        }))}
      />
      {children}
    </OperatorPage>
  );
}
