/** The pages of an operator's settings, in their order; labels are `settings:tab.<key>`. */
export const SETTINGS_TABS = [
  { key: 'people', href: '/operator/settings/people' },
  { key: 'api-keys', href: '/operator/settings/api-keys' },
  { key: 'assignment', href: '/operator/settings/assignment' },
  { key: 'channels', href: '/operator/settings/channels' },
  { key: 'sign-in', href: '/operator/settings/sign-in' },
  { key: 'answering', href: '/operator/settings/answering' },
] as const;

export type SettingsTab = (typeof SETTINGS_TABS)[number]['key'];
