import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import type { Page } from '@playwright/test';
import { liaisonAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { daysAgo } from '../fixtures/days.ts';
import { fill } from '../fixtures/forms.ts';
import { signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';

const folder = mkdtempSync(join(tmpdir(), 'recours-client-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Listed {
  readonly reference: string;
  readonly version: number;
  readonly issues: readonly string[];
}

interface Standing {
  readonly state: string;
  readonly version: number;
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

interface Asking {
  readonly query?: { readonly updated_since: string };
  readonly path?: { readonly reference: string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What of the generated client is used here. */
interface Client {
  readonly listCases: (asking?: Asking) => Promise<Answered<{ cases: readonly Listed[] }>>;
  readonly acknowledgeCase: (asking: Asking) => Promise<Answered<Standing>>;
  readonly answerCase: (asking: Asking) => Promise<Answered<Standing>>;
}

/** A client made by a public generator from the document that the portal publishes. */
async function generatedClient(url: string, key: string): Promise<Client> {
  await createClient({
    input: `${url}/api/openapi.json`,
    output: { path: folder, module: { extension: '.ts' } },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent', file: false },
  });
  const { client } = await import(pathToFileURL(join(folder, 'client.gen.ts')).href);
  client.setConfig({ baseUrl: url, auth: key });
  return import(pathToFileURL(join(folder, 'sdk.gen.ts')).href);
}

/** Makes a key on the page of the settings. */
async function makeKey(page: Page, kind: 'live' | 'test'): Promise<string> {
  await page.goto('/operator/settings/api-keys');
  await fill(page, {
    name: `CRM ${kind}`,
    kind,
    scopes: ['cases:read', 'cases:write', 'answers:write'],
    days: '90',
  });
  await axe(page);
  await page.locator('main form:has(input[name=intent][value=make]) button[type=submit]').click();
  const shown = page.locator('main code', { hasText: /^recours_(live|test)_[0-9a-f]{72}$/ });
  await expect(shown).toBeVisible();
  await axe(page);
  return (await shown.textContent())?.trim() ?? '';
}

const command = (reference: string) => ({
  path: { reference },
  headers: { 'idempotency-key': randomUUID() },
});

test('a client generated from the document lists, acknowledges and answers a case of its desk', async ({
  open,
  portal,
}) => {
  const page = await open();
  await signIn(page, liaisonAccount('ma', 'maroc-telecom'));
  const key = await makeKey(page, 'live');
  const begun = new Date().toISOString();
  const { reference } = await fileByApi(portal);
  const client = await generatedClient(portal.url, key);

  // The desk may have cases on many pages: only what changed since belongs to this test.
  const { data: list } = await client.listCases({ query: { updated_since: begun } });
  const listed = list?.cases.find(found => found.reference === reference);
  expect(listed?.issues).toEqual(['mobile-outage/voice']);
  const acknowledged = await client.acknowledgeCase({ ...command(reference), body: {} });
  expect(acknowledged.error).toBeUndefined();
  const body = {
    message:
      'Le relais de Gauthier est tombé en panne lundi ; il a été remplacé et vos appels passent à nouveau.',
    items: [
      {
        issue: 'mobile-outage/voice',
        outcome: 'explained',
        cause: 'L’alimentation du relais qui dessert votre quartier a brûlé dans la nuit.',
        action: 'Le module d’alimentation a été remplacé sur place et le relais remis en service.',
        date: daysAgo('ma', 1),
        details: {
          faultStart: `${daysAgo('ma', 2)}T08:00`,
          faultEnd: `${daysAgo('ma', 1)}T20:00`,
          extent: 'area',
        },
      },
    ],
  };
  const stale = { ...command(reference), body };
  const refused = await client.answerCase({ ...stale, headers: { ...stale.headers, 'if-match': '"1"' } });
  expect(refused.response.status).toBe(412);
  const answered = await client.answerCase({ ...command(reference), body });
  expect(answered.error).toBeUndefined();
  expect(answered.data?.state).toBe('answered');

  await page.goto(`/operator/cases/${reference}`);
  await expect(page.getByText('CRM live').first()).toBeVisible();
});

test('a trial key reaches invented cases only, and a desk without a system answers with a table', async ({
  open,
  portal,
}) => {
  const page = await open();
  await signIn(page, liaisonAccount('ma', 'inwi'));
  const key = await makeKey(page, 'test');
  const response = await fetch(`${portal.url}/api/v1/operator/cases`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect((await response.json()).cases).toHaveLength(12);
  await page.goto('/operator/settings/api-keys');
  await expect(page.locator('#log')).toContainText('listCases');
  await page.goto('/operator/csv');
  await axe(page);
  const lines = ['reference;version;issue;outcome', 'MA-2026-0000-0000-0;2;billing/error;rejected'];
  const name = 'réponses.csv';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await page.locator('main form button[type=submit]').click();
  await expect(page).toHaveURL(/operator\/csv\/[0-9a-f-]{36}$/);
  await expect(page.locator('main')).toContainText('MA-2026-0000-0000-0');
  await axe(page);
  await page.goto('/api/docs');
  await axe(page);
  await expect(page.locator('#answerCase pre')).toContainText('curl -X POST');
});
