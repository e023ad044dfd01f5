/** What the log of staff tells of; texts are in the catalogue `people` under `log.<action>`. */
export const STAFF_ACTIONS = [
  'invited',
  'invitation-withdrawn',
  'joined',
  'role-changed',
  'suspended',
  'resumed',
  'second-factor-reset',
  'second-factor-on',
  'second-factor-off',
  'recovery-codes-renewed',
  'passkey-added',
  'passkey-removed',
  'password-changed',
  'password-link-sent',
  'sign-in-settings-changed',
  'domain-requested',
  'domain-removed',
  'domain-approved',
] as const;

export type StaffAction = (typeof STAFF_ACTIONS)[number];
