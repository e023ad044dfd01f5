import type { Page } from '@playwright/test';
import pg from 'pg';
import { daysAgo } from '../fixtures/days.ts';
import { answerPage, FILING_PAGES, type FiledStory, type FilingPage } from '../fixtures/filing.ts';
import { fill, goingOn, send } from '../fixtures/forms.ts';
import type { Instance } from '../fixtures/instance.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { axe, expect, test } from '../fixtures/test.ts';

/** A bill: the rule of the profile `ma` gives the operator ten days. */
function billStory(email: string): FiledStory {
  return outageStory({
    category: 'billing',
    problem: { issues: ['billing/error'] },
    when: { startedAt: daysAgo('ma', 9), ongoing: 'yes', region: 'MA-06' },
    facts: { 'facts.disputedLines': 'Option comptée deux fois' },
    attempts: [{ on: daysAgo('ma', 3), channel: 'shop', result: 'refused' }],
    wish: { narrative: 'La facture compte deux fois la même option.', remedySought: ['correct-bill'] },
    contact: { name: 'Amina Exemple', email, language: 'fr' },
  });
}

async function answerUntil(page: Page, last: FilingPage, story: FiledStory): Promise<void> {
  await page.goto('/complaint/new');
  for (const name of FILING_PAGES.slice(0, FILING_PAGES.indexOf(last) + 1)) {
    if (name === 'wish') await page.goto('/complaint/new/wish');
    await answerPage(page, name, story);
  }
}

/** Lets the ten days pass for the one draft of an address: its contact and its day move into the past. */
async function letTheDayCome({ superuserUrl }: Instance, address: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const draft = 'SELECT draft_id FROM draft_plan WHERE address = $1';
  await client.query(
    `UPDATE draft SET data = jsonb_set(data::jsonb, '{answers,attempts,attempts,0,on}', to_jsonb($2::text))
     WHERE id = (${draft})`,
    [address, daysAgo('ma', 20)],
  );
  await client.query(`UPDATE draft_plan SET due_on = $2 WHERE address = $1`, [address, daysAgo('ma', 0)]);
  await client.end();
}

test('who comes too early is told kindly, with the reason and a letter to the operator', async ({ open }) => {
  const page = await open({ javaScript: false });
  await answerUntil(page, 'attempts', billStory('letter@consumer.example'));
  await page.waitForURL('**/complaint/new/not-yet');
  await axe(page);
  await goingOn(page, () => page.locator('main a[href="/complaint/new/letter"]').click());
  await axe(page);
  const letter = page.locator('main article');
  await expect(letter).toContainText('Maroc Telecom');
  await expect(letter).toContainText('La facture contient une erreur');
  await page.goto('/complaint/new/letter?lng=ar');
  await axe(page);
  await expect(letter).toContainText('شكوى');
});

test('who has not turned to the operator learns from which day it would go', async ({ open }) => {
  const page = await open({ javaScript: false });
  await answerUntil(page, 'facts', billStory('none@consumer.example'));
  await send(page);
  await page.waitForURL('**/complaint/new/not-yet');
  await axe(page);
  await expect(page.locator('main a[href="/complaint/new/letter"]')).toBeVisible();
  await send(page, 'main form[action$="not-yet"] button');
  await axe(page);
  await expect(page.locator('main [data-error-summary] a[href="#f-email"]')).toBeVisible();
});

test('a draft that is left with the portal comes back by mail on its day, and is then filed', async ({
  open,
  portal,
}) => {
  const email = 'remind@consumer.example';
  const page = await open({ javaScript: false });
  await answerUntil(page, 'attempts', billStory(email));
  await fill(page, { email });
  await send(page, 'main form[action$="not-yet"] button');
  await axe(page);
  await expect(page.locator('main .notice-success')).toContainText(email);
  await letTheDayCome(portal, email);
  const mail = await portal.mailbox.receive(email, 'résolu');
  const link = mail.text?.match(/https?:\/\/\S+/)?.[0] ?? '';
  const elsewhere = await open({ javaScript: false });
  await elsewhere.goto(link);
  await axe(elsewhere);
  await send(elsewhere);
  await elsewhere.waitForURL('**/complaint/new/wish');
});

test('a complete draft is filed by the portal on its day, unless that is cancelled', async ({
  open,
  portal,
}) => {
  const email = 'automatic@consumer.example';
  const page = await open({ javaScript: false });
  await answerUntil(page, 'contact', billStory(email));
  await page.waitForURL('**/complaint/new/check');
  await axe(page);
  await send(page, 'main form[action$="not-yet"] button');
  await expect(page.locator('main [data-error-summary] a[href="#f-consent"]')).toBeVisible();
  await fill(page, { consent: true });
  await send(page, 'main form[action$="not-yet"] button');
  await send(page, 'main .notice-success form button');
  await expect(page.locator('main .notice-success')).toHaveCount(0);
  await fill(page, { kind: 'file', consent: true });
  await send(page, 'main form[action$="not-yet"] button');
  await expect(page.locator('main .notice-success')).toContainText(email);
  await letTheDayCome(portal, email);
  const receipt = await portal.mailbox.receive(email, 'MA-');
  expect(receipt.text).toMatch(/MA-\d{4}-[0-9A-Z]{4}/);
});
