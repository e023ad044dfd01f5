import { expect, it } from 'vitest';
import { translator } from './i18n.ts';
import { withIsolatedValues } from './isolated-values.ts';

it('keeps the bracket of a Latin name on its side of an Arabic sentence', () => {
  const about = translator('ar', 'collective')('form.line', { operator: 'inwi (Wana Corporate)' });
  expect(about).toContain('\u2068inwi (Wana Corporate)\u2069');
});

it('isolates nothing twice, nothing that is counted, and nothing in an SMS', () => {
  const texts = {
    once: '\u2068{{name}}\u2069',
    counted: '{{count}}',
    note: { sms: '{{title}}', body: '{{title}}' },
  };
  expect(withIsolatedValues(texts)).toEqual({
    once: '\u2068{{name}}\u2069',
    counted: '{{count}}',
    note: { sms: '{{title}}', body: '\u2068{{title}}\u2069' },
  });
});
