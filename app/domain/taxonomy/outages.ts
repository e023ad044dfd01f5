import { type CategoryDefinition, RETAIL_TRACKS } from './definition.ts';
import { AFFECTED_SITES, EARLIER_FAULTS, LOSS, SETTING, TECHNOLOGY } from './repeated-facts.ts';

/** Services that stopped, and what was said about it. */
export const OUTAGES = {
  'mobile-outage': {
    issues: ['voice', 'sms', 'data', 'emergency-calls', 'mobile-money'],
    services: ['mobile', 'mobile-money'],
    tracks: RETAIL_TRACKS,
    facts: [
      { key: 'area', type: 'text', required: true, maxLength: 200 },
      { ...SETTING },
      {
        key: 'signal',
        type: 'choice',
        options: ['no-bars', 'few-bars', 'bars-without-service', 'unknown'],
      },
      { ...TECHNOLOGY },
      { key: 'otherNumbersAffected', type: 'yes-no-unknown' },
      { key: 'stillDown', type: 'yes-no-unknown', required: true },
      {
        key: 'foundOutHow',
        type: 'choice',
        options: ['own-phone', 'told-by-others', 'operator-notice', 'media', 'other'],
      },
      ...EARLIER_FAULTS,
      { ...AFFECTED_SITES },
      ...LOSS,
    ],
  },
  'fixed-outage': {
    issues: ['line', 'trunk-or-pbx', 'internet', 'leased-line'],
    services: ['fixed', 'internet', 'leased-line', 'tv'],
    tracks: RETAIL_TRACKS,
    facts: [
      { key: 'lineId', type: 'text', personal: true, maxLength: 60 },
      {
        key: 'sites',
        type: 'long-text',
        personal: true,
        maxLength: 1000,
        tracks: ['consumer', 'collective'],
      },
      { ...AFFECTED_SITES },
      { key: 'numberOfLines', type: 'integer', min: 1, max: 1_000_000 },
      { key: 'stillDown', type: 'yes-no-unknown', required: true },
      { key: 'restorationTimeAgreed', type: 'yes-no-unknown' },
      {
        key: 'agreedRestorationHours',
        type: 'decimal',
        required: true,
        min: 0,
        max: 8760,
        unit: 'hours',
        showIf: { fact: 'restorationTimeAgreed', equals: 'yes' },
      },
      { key: 'hourlyLoss', type: 'money', tracks: ['consumer', 'collective'] },
      {
        key: 'backupUsed',
        type: 'choice',
        options: ['none', 'mobile', 'call-forwarding', 'other-operator', 'second-line', 'other'],
      },
      ...EARLIER_FAULTS,
      ...LOSS,
    ],
  },
  'platform-outage': {
    issues: ['e-mail', 'hosting', 'operator-app', 'tv', 'sms-gateway-or-api'],
    services: ['email-hosting', 'internet', 'tv', 'mobile', 'mobile-money'],
    tracks: RETAIL_TRACKS,
    facts: [
      { key: 'platformAccount', type: 'text', personal: true, maxLength: 200 },
      { key: 'errorText', type: 'long-text', personal: true, maxLength: 1000 },
      { key: 'stillDown', type: 'yes-no-unknown', required: true },
      { key: 'usersAffected', type: 'integer', min: 1, max: 100_000_000 },
      { key: 'contentLost', type: 'yes-no-unknown', required: true },
      {
        key: 'contentLostDetails',
        type: 'long-text',
        personal: true,
        showIf: { fact: 'contentLost', equals: 'yes' },
      },
      { ...AFFECTED_SITES },
      ...LOSS,
    ],
  },
  'outage-information': {
    issues: ['no-notice', 'no-cause-or-time', 'false-or-minimised-status', 'planned-work-not-announced'],
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting', 'mobile-money', 'leased-line'],
    tracks: RETAIL_TRACKS,
    facts: [
      { key: 'outageMeant', type: 'text', required: true, maxLength: 200 },
      {
        key: 'channelsLookedAt',
        type: 'multi-choice',
        required: true,
        options: ['website', 'app', 'social-media', 'hotline', 'shop', 'sms', 'e-mail', 'media', 'none'],
      },
      { key: 'lookedAt', type: 'datetime' },
      { key: 'whatWasSaid', type: 'long-text', personal: true },
      {
        key: 'preferredNotice',
        type: 'multi-choice',
        options: ['sms', 'e-mail', 'app', 'letter', 'website', 'announcement-for-callers'],
      },
    ],
  },
} as const satisfies Record<string, CategoryDefinition>;
