import { regulatorAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const PERSON = {
  name: 'Zohra Introuvable',
  email: 'zohra@secret.example',
  lineNumber: '0699887766',
  narrative: 'Ma voisine Fatima et moi n’avons plus de réseau depuis deux jours entiers.',
};
const SECRETS = [PERSON.name, PERSON.email, PERSON.lineNumber, '699887766', 'Fatima'];

test('an analyst sees patterns and not people: on pages, in files and by search', async ({
  open,
  portal,
}) => {
  const { reference } = await fileByApi(portal, PERSON);
  const page = await open();
  await signIn(page, regulatorAccount('ma', 'analyst'));
  const pages = [
    '/regulator',
    '/regulator/cases',
    `/regulator/cases/${reference}`,
    '/regulator/figures',
    '/regulator/cases.csv',
    '/regulator/figures.csv',
    `/regulator/cases?same=${reference}`,
  ];
  for (const path of pages) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(200);
    const body = await answer.text();
    for (const secret of SECRETS) expect(body.includes(secret), `${secret} on ${path}`).toBe(false);
  }
  for (const words of ['Fatima', 'Zohra']) {
    await page.goto(`/regulator/cases?text=${words}`);
    await expect(page.locator(`main table a[href*="${reference}?"]`)).toHaveCount(0);
  }
  await page.goto(`/regulator/cases/${reference}`);
  await expect(page.locator('main input[name=command]')).toHaveCount(0);
  await axe(page);
});

test('an analyst gives no command, not even with a form of her own', async ({ open, portal }) => {
  const { reference } = await fileByApi(portal);
  const page = await open();
  await signIn(page, regulatorAccount('ma', 'analyst'));
  const answer = await page.request.post(`/regulator/cases/${reference}`, {
    form: { command: 'note', version: '1', 'note.note': 'Je ne devrais pas écrire ici.' },
  });
  expect(answer.status()).toBe(403);
});
