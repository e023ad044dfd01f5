/** How somebody reached the regulator's staff, who then filed for them. */
export const HELP_CHANNELS = ['phone', 'post', 'counter'] as const;
export type HelpChannel = (typeof HELP_CHANNELS)[number];

/** How the person agreed that staff file in their name. */
export const CONSENT_MANNERS = ['spoken', 'signed', 'letter'] as const;
