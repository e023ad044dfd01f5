import { regulatorAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { startInstance } from '../fixtures/instance.ts';
import { expect, test } from '../fixtures/test.ts';

test('a production instance has no one-click sign-in, shows no mail and moves no clock', async ({
  request,
}) => {
  const portal = await startInstance({ profileId: 'ma', settings: { RECOURS_INSTANCE: 'production' } });
  try {
    for (const path of ['/demo', '/dev/mail', '/preview', '/preview/staff']) {
      const answer = await request.get(`${portal.url}${path}`);
      expect(answer.status(), path).toBeGreaterThanOrEqual(403);
      expect(await answer.text()).not.toContain('recours.example');
    }
    const { email } = regulatorAccount('ma', 'administrator');
    const entered = await request.post(`${portal.url}/demo`, { form: { email }, maxRedirects: 0 });
    expect(entered.status()).toBeGreaterThanOrEqual(403);
    expect(entered.headers()['set-cookie'] ?? '').not.toContain('session');
    const { reference } = await fileByApi(portal);
    await expect(portal.run('scripts/age.ts', '--case', reference, '--days', '3')).rejects.toThrow();
  } finally {
    await portal.stop();
  }
});

test('the health pages answer, and say nothing of people', async ({ request, portal }) => {
  for (const path of ['/healthz', '/readyz']) {
    expect((await request.get(`${portal.url}${path}`)).status()).toBe(200);
  }
});
