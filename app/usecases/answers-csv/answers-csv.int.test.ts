import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { fileTestCase, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { sendMessage } from '../complaints/send-message.server.ts';
import { keepAnswerFile } from './answer-file.server.ts';
import { exportOpenCases } from './export-open-cases.server.ts';
import { readAnswers } from './read-answers.ts';
import { previewAnswers, sendAnswers } from './send-answers.server.ts';

await testDatabase();
beforeAll(registerOperators);

const now = () => new Date().toISOString();
const DESK = { role: 'liaison', id: 'samira', name: 'Samira', organisation: 'maroc-telecom' } as const;
const OTHER_DESK = { ...DESK, id: 'other', organisation: 'inwi' } as const;

type Row = Readonly<Record<string, string>>;

async function exported(): Promise<readonly Row[]> {
  return parse(await exportOpenCases(DESK), { bom: true, columns: true });
}

const FILLED = {
  outcome: 'remedied-with-money',
  cause: 'L’option internationale a été facturée deux fois après une migration de l’offre.',
  action: 'La seconde ligne est annulée et le montant recrédité sur le compte client.',
  date: '20/03/2026',
  amount: '120,50',
  proof: 'Avoir AV-2026-0417',
  message: 'La double facturation est corrigée : 120,50 MAD vous ont été recrédités sur votre compte client.',
  'details.transaction': 'AV-2026-0417',
  'details.creditedAt': '2026-03-20 10:00',
};

/** The file as it comes back: what was exported, with entries for the given cases. */
async function filledIn(entries: Readonly<Record<string, Row>>, delimiter = ';'): Promise<Buffer> {
  const rows = (await exported()).map(row => ({ ...row, ...entries[row.reference ?? ''] }));
  return Buffer.from(stringify(rows, { bom: true, header: true, delimiter }));
}

const keep = (bytes: Uint8Array) =>
  keepAnswerFile({ actor: DESK, fileName: 'réponses.csv', bytes, now: now() });
const served = (complaint = {}) =>
  serveTestCase({ now: now(), complaint: { startedAt: '2026-01-02', ...complaint } });
const stateOf = (caseId: string) =>
  withActor(SYSTEM, tx =>
    tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true, answers: true } }),
  );

describe('the export', () => {
  test('has a row for each issue of each open case, and no case of anybody else', async () => {
    const { reference } = await served({ issues: ['billing/error', 'billing/refund-due'] });
    await fileTestCase({ now: now() });
    await served({ operatorId: 'inwi' });
    const rows = await exported();
    expect(rows.map(row => [row.reference, row.issue])).toEqual([
      [reference, 'billing/error'],
      [reference, 'billing/refund-due'],
    ]);
    expect(rows[0]).toMatchObject({ state: 'served', customer: 'Amina Exemple', outcome: '' });
    expect(await exportOpenCases(DESK)).not.toContain('amina@example.org');
  });

  test('is read by a spreadsheet as texts in UTF-8, whatever a complainant wrote', async () => {
    const narrative = '=HYPERLINK("https://example.org";"أهلا")';
    const { reference } = await served({ narrative, name: '@SUM(A1)' });
    const text = await exportOpenCases(DESK);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const row = (await exported()).find(found => found.reference === reference);
    expect(row?.account).toBe(`'${narrative}`);
    expect(row?.customer).toBe("'@SUM(A1)");
    expect([...text.matchAll(/(?:^|,)"?[=+@]/gmu)]).toEqual([]);
  });
});

describe('a file that was filled in', () => {
  test('is shown before it is sent, then answers what it can and says what it could not', async () => {
    const [good, empty, poor] = await Promise.all([served(), served(), served()]);
    const bytes = await filledIn({
      [good.reference]: FILLED,
      [poor.reference]: { ...FILLED, outcome: 'explained', cause: 'Nous sommes désolés.', date: 'bientôt' },
    });
    const id = await keep(bytes);
    const before = await previewAnswers({ actor: DESK, now: now() }, id);
    expect(before.verdicts.map(({ reference, outcome }) => [reference, outcome])).toEqual(
      expect.arrayContaining([
        [good.reference, 'ready'],
        [poor.reference, 'refused'],
      ]),
    );
    const refused = before.verdicts.find(({ outcome }) => outcome === 'refused');
    expect(refused?.fields['items.0.date']).toMatchObject({ code: 'not-a-date' });
    expect((await stateOf(good.caseId)).state).toBe('served');

    await sendAnswers({ actor: DESK, now: now() }, id);
    const after = await previewAnswers({ actor: DESK, now: now() }, id);
    expect(after.verdicts.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'sent']);
    expect(await stateOf(good.caseId)).toEqual({ state: 'answered', answers: 1 });
    expect((await stateOf(empty.caseId)).state).toBe('served');
    const response = await withActor(SYSTEM, tx =>
      tx.response.findFirstOrThrow({ where: { caseId: good.caseId } }),
    );
    expect(response).toMatchObject({
      submittedBy: 'Samira',
      items: [{ amountMinor: 12_050, date: '2026-03-20' }],
    });
  });

  test('answers nothing when it comes again, also under another name or order', async () => {
    const { reference, caseId } = await served();
    const bytes = await filledIn({ [reference]: { ...FILLED, proof: 'Avoir AV-2026-0418' } });
    for (const [attempt, expected] of [
      [bytes, 'sent'],
      [bytes, 'sent-before'],
    ] as const) {
      const id = await keep(attempt);
      await sendAnswers({ actor: DESK, now: now() }, id);
      await sendAnswers({ actor: DESK, now: now() }, id);
      const { verdicts } = await previewAnswers({ actor: DESK, now: now() }, id);
      expect(verdicts.map(({ outcome }) => outcome)).toEqual([expected]);
    }
    expect(await stateOf(caseId)).toEqual({ state: 'answered', answers: 1 });
  });

  test('does not answer a case in which something has happened since its export', async () => {
    const { reference, caseId } = await served();
    const bytes = await filledIn({ [reference]: { ...FILLED, proof: 'Avoir AV-2026-0419' } });
    const complainant = { role: 'complainant', id: null, name: null, organisation: null, caseId } as const;
    await sendMessage({
      actor: complainant,
      caseId,
      body: 'Il y a une seconde facture, aussi fausse.',
      now: now(),
    });
    const id = await keep(bytes);
    await sendAnswers({ actor: DESK, now: now() }, id);
    const { verdicts } = await previewAnswers({ actor: DESK, now: now() }, id);
    expect(verdicts).toMatchObject([{ outcome: 'refused', code: 'case-changed' }]);
    expect((await stateOf(caseId)).state).toBe('served');
  });

  test('of another desk is not there, and cases of another operator are unknown', async () => {
    const { reference } = await served();
    const id = await keep(await filledIn({ [reference]: FILLED }));
    await expect(previewAnswers({ actor: OTHER_DESK, now: now() }, id)).rejects.toMatchObject({
      code: 'not-found',
    });
    const bytes = await filledIn({ [reference]: FILLED });
    const theirs = await keepAnswerFile({ actor: OTHER_DESK, fileName: 'x.csv', bytes, now: now() });
    const { verdicts } = await previewAnswers({ actor: OTHER_DESK, now: now() }, theirs);
    expect(verdicts).toMatchObject([{ outcome: 'refused', code: 'not-found' }]);
  });

  test.each([
    ['no table', 'hello', 'invalid'],
    ['other columns', 'reference,version,issue,outcome,salary\nx,1,y,z,5\n', 'unknown-field'],
    ['a quote that never ends', 'reference,version,issue,outcome\n"x,1,y,z\n', 'invalid'],
    ['nothing', '', 'invalid'],
  ])('with %s is refused', (_, text, code) => {
    expect(() => readAnswers(Buffer.from(text))).toThrow(
      expect.objectContaining({ code: 'invalid-input', fields: { file: expect.objectContaining({ code }) } }),
    );
  });

  test('is read with any delimiter and in the alphabet of an old Windows', () => {
    const columns = ['reference', 'version', 'issue', 'outcome', 'message'];
    const row = ['MA-1', '2', 'billing/error', 'rejected', 'Réponse à la réclamation'];
    for (const sign of [',', ';', '\t']) {
      const text = [columns, row].map(cells => cells.join(sign)).join('\r\n');
      const { answers } = readAnswers(Buffer.from(text, 'latin1'));
      expect(answers).toMatchObject([{ reference: 'MA-1', lines: [2], answer: { message: row[4] } }]);
    }
  });
});
