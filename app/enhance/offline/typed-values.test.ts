import { expect, it } from 'vitest';
import { withTyped } from './typed-values.ts';

const COPIED = {
  track: ['consumer'],
  'issues.billing': ['billing/error'],
  'attempts.0.on': ['2026-03-05'],
  'attempts.1.on': ['2026-03-06'],
};

it('puts what stands in the page’s form in the place of what was copied of it, and leaves the rest', () => {
  const typed = withTyped(COPIED, ['attempts.0.on', 'attempts.0.note'], [['attempts.0.on', '2026-03-07']]);
  expect(typed).toEqual({
    track: ['consumer'],
    'issues.billing': ['billing/error'],
    'attempts.0.on': ['2026-03-07'],
  });
});

it('sorts issues into the groups of their categories', () => {
  const ticked = [
    ['issues', 'mobile-outage/voice'],
    ['issues', 'mobile-outage/data'],
    ['also.customer-service', 'customer-service/no-ticket'],
  ] as const;
  const typed = withTyped(COPIED, ['issues', 'also.customer-service', 'also.billing'], ticked);
  expect(typed['issues.mobile-outage']).toEqual(['mobile-outage/voice', 'mobile-outage/data']);
  expect(typed['issues.customer-service']).toEqual(['customer-service/no-ticket']);
  expect(typed).not.toHaveProperty(['issues.billing']);
});

it('forgets an answer that was taken back', () => {
  expect(withTyped(COPIED, ['track'], [['track', '']])).not.toHaveProperty('track');
});
