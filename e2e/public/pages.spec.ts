import { axe, expect, test } from '../fixtures/test.ts';

const DIRECTIONS = { ar: 'rtl', de: 'ltr', en: 'ltr', fr: 'ltr' } as const;

for (const [language, direction] of Object.entries(DIRECTIONS) as [keyof typeof DIRECTIONS, string][]) {
  test(`the public pages are free of barriers in ${language}`, async ({ open }) => {
    const page = await open({ language });
    for (const path of [
      '/',
      '/track',
      '/complaint/new',
      '/complaint/receipt',
      '/accessibility',
      '/privacy',
      '/deadlines',
      '/deadlines?rule=ma-respond-1&start=2026-03-10T18:30&region=MA-06&from1=2026-03-16T10:00&extension=2',
      '/sign-in',
    ]) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      await expect(page.locator('h1')).toHaveCount(1);
      await axe(page);
    }
    expect((await page.goto('/no/such/page'))?.status()).toBe(404);
    await axe(page);
  });
}

test('the language is changed on any page, without JavaScript, and stays', async ({ open }) => {
  const page = await open({ javaScript: false, language: 'fr' });
  await page.goto('/track');
  await page.locator('button[value=ar]').click();
  await expect(page).toHaveURL(/\/track/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});

test('a refusal is a page in the reader’s language, also of a form too large to be read and of a file', async ({
  request,
}) => {
  const headers = { 'Accept-Language': 'ar', Accept: 'text/html' };
  const form = { reference: 'x'.repeat(300_000), code: 'x' };
  const tooLarge = await request.post('/track', { headers, form });
  const file = await request.get('/evidence/00000000-0000-4000-8000-000000000000/copy', { headers });
  const data = await request.get('/track/case.data', { headers });
  for (const [answer, status] of [
    [tooLarge, 413],
    [file, 404],
    [data, 404],
  ] as const) {
    expect(answer.status()).toBe(status);
    const text = await answer.text();
    expect(text).toContain('<html lang="ar" dir="rtl"');
    expect(text).toContain('<h1>');
  }
  expect((await request.get('/track')).headers()['cache-control']).toBe('private, no-store');
});

test('a form is taken behind a proxy that passes on neither the host nor the protocol', async ({
  request,
  portal,
}) => {
  const headers = { Host: 'internal:8080', Origin: portal.url, 'Sec-Fetch-Site': 'same-origin' };
  const answer = await request.post('/track', { headers, form: { reference: '', code: '' } });
  expect(answer.status()).toBe(422);
});
