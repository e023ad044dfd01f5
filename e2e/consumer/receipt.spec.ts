import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { fileComplaint } from '../fixtures/filing.ts';
import { outageStory } from '../fixtures/sample-stories.ts';
import { axe, expect, test } from '../fixtures/test.ts';
import { openByReceipt } from '../fixtures/track.ts';

const run = promisify(execFile);

async function download(page: Page, format: 'pdf' | 'json', path: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`main a[download][href*="/${format}"]`).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^MA-\\d{4}-[0-9A-Z-]+\\.${format}$`));
  await file.saveAs(path);
  return path;
}

/** The file with one bit of one byte turned. */
async function changedCopy(path: string, at: number): Promise<string> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const copy = path.replace(/(\.\w+)$/, `-${at}$1`);
  await writeFile(copy, bytes);
  return copy;
}

async function checkFile(page: Page, file: string, evidence?: string): Promise<void> {
  await page.goto('/verify');
  await page.locator('main input[name=file]').setInputFiles(file);
  if (evidence !== undefined) await page.locator('main input[name=evidence]').setInputFiles(evidence);
  await page.locator('main form button').last().click();
  await expect(page.locator('#verdict .notice').first()).toBeVisible();
  await axe(page);
}

const verdict = (page: Page) => page.locator('#verdict');

test('a receipt is downloaded, holds for anybody, and no longer once a byte is changed', async ({
  page,
  open,
  files,
  portal,
}, info) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  const { reference, code } = await fileComplaint(page, outageStory({ evidence: [files.photo] }));
  const pdf = await download(page, 'pdf', info.outputPath('receipt.pdf'));
  const json = await download(page, 'json', info.outputPath('receipt.json'));
  const text = (await page.locator('.receipt-text').textContent())?.trim() ?? '';
  expect(await readFile(pdf, 'latin1')).not.toContain(code);
  const mail = await portal.mailbox.receive('amina@consumer.example', code);
  expect(mail.subject).toContain(reference);
  expect(`${mail.subject} ${asked.join(' ')}`).not.toContain(code);

  await test.step('on the device, also without a network', async () => {
    const visitor = await open();
    await checkFile(visitor, pdf, files.photo);
    await expect(verdict(visitor)).toContainText(reference);
    await expect(verdict(visitor)).toContainText('Maroc Telecom');
    await expect(verdict(visitor).locator('.notice-success')).toHaveCount(2);
    await visitor.context().setOffline(true);
    await visitor.locator('main input[name=file]').setInputFiles(json);
    await visitor.locator('main input[name=evidence]').setInputFiles(pdf);
    await visitor.locator('main form button').last().click();
    await expect(verdict(visitor).locator('.notice-error')).toHaveCount(1);
    await expect(verdict(visitor)).toContainText(reference);
    await visitor.context().setOffline(false);
    await checkFile(visitor, await changedCopy(pdf, 2000));
    await expect(verdict(visitor)).not.toContainText(reference);
    await expect(verdict(visitor).locator('.notice-error')).toHaveCount(1);
  });

  await test.step('by the address in the square code', async () => {
    const phone = await open({ language: 'de' });
    await phone.goto(`/verify#${text}`);
    await expect(verdict(phone)).toContainText(reference);
  });

  await test.step('without JavaScript, in Arabic', async () => {
    const visitor = await open({ javaScript: false, language: 'ar' });
    await checkFile(visitor, pdf, files.photo);
    await expect(verdict(visitor)).toContainText(reference);
    await expect(verdict(visitor).locator('.notice-success')).toHaveCount(2);
    await checkFile(visitor, await changedCopy(pdf, 3000));
    await expect(verdict(visitor)).not.toContainText(reference);
    await visitor.goto('/verify');
    await visitor.locator('main textarea').fill(text.replace(/.{70}/g, '$&\n'));
    await visitor.locator('main form button').last().click();
    await expect(verdict(visitor)).toContainText(reference);
    await visitor.goto('/verify');
    await visitor.locator('main form button').last().click();
    await expect(visitor.locator('[data-error-summary]')).toBeVisible();
    await axe(visitor);
  });

  await test.step('by the command, with the published keys alone', async () => {
    const keys = info.outputPath('keys.json');
    await writeFile(keys, await (await fetch(`${portal.url}/.well-known/recours-receipt-keys.json`)).text());
    const pem = info.outputPath('key.pem');
    await writeFile(pem, await (await fetch(`${portal.url}/verify/key.pem`)).text());
    const command = (...parameters: string[]) =>
      run(process.execPath, ['scripts/verify-receipt.ts', ...parameters], {
        cwd: projectRoot(),
        env: { PATH: process.env.PATH },
      });
    const { stdout } = await command(pdf, '--key', keys, '--evidence', files.photo);
    expect(stdout).toContain(reference);
    expect(stdout).toContain('is file 1, unchanged');
    expect((await command(json, '--key', pem)).stdout).toContain('The signature holds');
    for (const file of [await changedCopy(pdf, 4000), await changedCopy(json, 400)]) {
      await expect(command(file, '--key', keys)).rejects.toMatchObject({ code: 1 });
    }
  });

  await test.step('and can be downloaded again by who opens the case', async () => {
    const later = await open();
    await openByReceipt(later, { reference, code });
    const again = await download(later, 'json', info.outputPath('again.json'));
    expect(await readFile(again, 'utf8')).toBe(await readFile(json, 'utf8'));
  });
});
