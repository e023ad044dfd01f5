import { colleagueAccount, liaisonAccount } from '../fixtures/accounts.ts';
import { fileByApi } from '../fixtures/api.ts';
import { daysAgo } from '../fixtures/days.ts';
import type { Receipt } from '../fixtures/filing.ts';
import { fill } from '../fixtures/forms.ts';
import { openAnswerForm, sendAnswer, signIn } from '../fixtures/staff.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { acceptAnswer, disputeAnswer, openByReceipt } from '../fixtures/track.ts';

const KARIMA = colleagueAccount('ma');
const OPERATOR = KARIMA.operatorId;
const GENERIC = 'Nous nous excusons pour la gêne occasionnée. Votre satisfaction est notre priorité.';

const VOICE = {
  outcome: 'explained',
  cause: 'Une carte du site radio de Gauthier est tombée en panne après un orage.',
  action: 'La carte est remplacée et le site surveillé pendant une semaine.',
  'details.faultStart': `${daysAgo('ma', 2)}T15:00`,
  'details.faultEnd': `${daysAgo('ma', 1)}T22:40`,
  'details.extent': 'area',
  date: daysAgo('ma', 1),
};
const DATA = {
  ...VOICE,
  cause: 'Les données passaient par la même carte que les appels, tombée le même soir.',
  action: 'Le trafic de données passe désormais aussi par le site voisin.',
};

const WORDS = 'Les données ne passent toujours pas.';
const DISPUTE = {
  issues: ['mobile-outage/data'],
  'about.mobile-outage_data.reasons': ['not-done'],
  'about.mobile-outage_data.words': WORDS,
  message: 'Les appels passent, les données non.',
};

test('an answer is refused as generic, corrected, disputed on one issue, answered again and accepted', async ({
  open,
  portal,
  files,
}) => {
  const issues = ['mobile-outage/voice', 'mobile-outage/data'];
  const receipt: Receipt = await fileByApi(portal, { operatorId: OPERATOR, issues });
  const address = `/operator/cases/${receipt.reference}`;
  const liaison = await open();
  await signIn(liaison, liaisonAccount('ma', OPERATOR));
  await expect(async () => {
    expect((await liaison.goto(address))?.status()).toBe(200);
  }).toPass({ timeout: 30_000 });

  await test.step('a colleague is warned by name, and what she has typed is kept', async () => {
    await openAnswerForm(liaison);
    const karima = await open({ javaScript: false });
    await signIn(karima, KARIMA);
    await karima.goto(`${address}/answer`);
    await expect(karima.locator('main .notice').first()).toContainText('Samira');
    await fill(karima, { message: 'Un brouillon de Karima.', 'items.1.files': files.invoice });
    await karima.locator('main button[name=intent][value=draft]').click();
    await karima.waitForURL(/done=draft/);
    await expect(karima.locator('[name=message]')).toHaveValue('Un brouillon de Karima.');
    await expect(karima.locator('[name="items.1.evidenceIds"]')).toBeChecked();
    // The first one's page hears of it without being loaded again.
    await expect(liaison.locator('[data-writers]')).toContainText('Karima Alaoui');
    await axe(karima);
  });

  await test.step('the generic answer is refused with reasons; the draft is kept by itself meanwhile', async () => {
    const empty = { outcome: 'explained', cause: GENERIC, action: '' };
    await sendAnswer(liaison, [empty, empty], GENERIC);
    const summary = liaison.locator('[data-error-summary]');
    for (const field of [
      'items.0.cause',
      'items.0.details.faultStart',
      'items.1.details.extent',
      'message',
    ]) {
      await expect(summary.locator(`a[href="#f-${field}"]`)).toBeVisible();
    }
    await axe(liaison);
    await fill(liaison, { message: 'Madame Exemple, je vérifie encore une chose.' });
    // Left at once, before the pause after which the page keeps what is typed.
    await liaison.goto(address);
    await expect(async () => {
      await liaison.goto(`${address}/answer`);
      const message = liaison.locator('[name=message]');
      expect(await message.inputValue()).toBe('Madame Exemple, je vérifie encore une chose.');
    }).toPass();
  });

  await test.step('corrected, it goes; the complainant disputes one issue', async () => {
    const message =
      'Madame Exemple, le site de Gauthier était en panne ; il fonctionne de nouveau depuis hier soir.';
    await sendAnswer(liaison, [VOICE, DATA], message);
    await expect(liaison).toHaveURL(/done=answer$/);
    const consumer = await open({ javaScript: false });
    await openByReceipt(consumer, receipt);
    await disputeAnswer(consumer, DISPUTE);
    await liaison.goto(`${address}/answer`);
    await expect(liaison.locator('[name="items.0.issue"]')).toHaveValue('mobile-outage/data');
    await expect(liaison.locator('[name="items.1.issue"]')).toHaveCount(0);
    await expect(liaison.locator('main')).toContainText(WORDS);
    await axe(liaison);
    const again = {
      ...DATA,
      cause: 'Le profil de données de la ligne n’avait pas été rechargé après la panne.',
    };
    await sendAnswer(
      liaison,
      [again],
      'Madame Exemple, votre profil de données est rechargé ; redémarrez le téléphone.',
    );
    await expect(liaison).toHaveURL(/done=answer$/);
    await acceptAnswer(consumer);
  });
});
