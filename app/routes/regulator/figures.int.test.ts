import { parse } from 'csv-parse/sync';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { i18nFor } from '#app/i18n/i18n.ts';
import { type AppInformation, AppProvider } from '#app/ui/app-context.tsx';
import { measureOf, readCaseFilter } from '#app/usecases/complaints/case-filter.schema.ts';
import { exportCases, listCases } from '#app/usecases/complaints/queries/regulator-cases.server.ts';
import { figuresCsv } from '#app/usecases/statistics/figures-csv.ts';
import { readFiguresFilter } from '#app/usecases/statistics/figures-filter.schema.ts';
import { readFigures } from '#app/usecases/statistics/queries/read-figures.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { randomLives } from '#scripts/testing/random-lives.ts';
import FiguresPage from './figures.tsx';
import { filterChoices, offeredFilters } from './filter-choices.server.ts';

await testDatabase();

const ANALYST = { role: 'analyst', id: 'a1', name: 'Anas', organisation: null } as const;
/** Lives begin in October 2024; the last days are still being answered. */
const NOW = '2026-06-15T09:00:00.000Z';
const APP: AppInformation = {
  language: 'en',
  direction: 'ltr',
  languages: ['en'],
  profile: 'ma',
  regulator: 'Regulator',
  instance: 'test',
  timeZone: 'Africa/Casablanca',
  currency: 'MAD',
  path: '/regulator/figures',
  sharedComputer: false,
  staffScript: '/staff.js',
  uploadScript: '/upload.js',
};

/** The page as the server renders it for an address. */
async function pageAt(query: string): Promise<string> {
  const choices = await filterChoices();
  const filter = readFiguresFilter(new URLSearchParams(query), choices, NOW);
  const loaderData = {
    viewer: { name: 'Anas', role: ANALYST.role },
    figures: await readFigures(ANALYST, filter, NOW),
    ratings: [],
    published: null,
    offered: offeredFilters(choices, 'en'),
    narrowed: false,
  };
  const props = { loaderData } as unknown as Parameters<typeof FiguresPage>[0];
  const page = AppProvider({ value: APP, children: createElement(FiguresPage, props) });
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n: i18nFor('en') }, page));
}

interface FigureLink {
  readonly query: string;
  /** The number that stands at the link; null where there is a share or an amount. */
  readonly number: number | null;
  readonly text: string;
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d[\d,]*$/u.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** The number of a link: its own text in a table, the figure of a tile, the tool tip's of a mark, a bar's beside it. */
function numberOf(before: string, inner: string, after: string): number | null {
  const tile = /class="tile-value">([^<]*)</u.exec(inner)?.[1];
  if (tile !== undefined) return wholeNumber(tile);
  const tip = /<title>[^<]* ([^ <]+)<\/title>/u.exec(inner)?.[1];
  if (tip !== undefined) return wholeNumber(tip);
  if (!before.endsWith('class="bar-name">')) return wholeNumber(plain(inner));
  return wholeNumber(/class="bar-number">([^<]*)</u.exec(after)?.[1]);
}

function linksIn(html: string): readonly FigureLink[] {
  return [...html.matchAll(/<a [^>]*?href="\/regulator\/cases\?([^"]*)"[^>]*>(.*?)<\/a>/gsu)].map(found => {
    const [all, query = '', inner = ''] = found;
    const [before, after] = [html.slice(0, found.index), html.slice(found.index + all.length)];
    const number = numberOf(before, inner, after);
    return { query: query.replaceAll('&amp;', '&'), number, text: plain(inner) };
  });
}

/** How many lines the list behind a link has when it is walked to its end, and how many it says it has. */
async function listBehind(query: string): Promise<{ walked: number; said: number }> {
  const filter = readCaseFilter(new URLSearchParams(query), await filterChoices());
  let walked = 0;
  for await (const rows of exportCases({ actor: ANALYST, filter, now: NOW })) walked += rows.length;
  const { total } = await listCases({ actor: ANALYST, filter, now: NOW, place: null });
  return { walked, said: total?.exact ? total.count : -1 };
}

beforeAll(async () => {
  await registerOperators();
  await randomLives(100, 21);
}, 120_000);

describe('the regulator’s page of figures', () => {
  test.each([
    ['everything', 'from=2024-10-01&to=2026-06-15', 150],
    ['an operator that lost cases to others', 'from=2024-10-01&to=2026-06-15&operator=inwi', 80],
    ['a category and a region at once', 'from=2024-11-17&to=2026-02-09&category=billing&region=MA-06', 60],
    ['a track and a few days', 'from=2025-03-05&to=2025-04-20&track=consumer', 40],
  ])(
    'of %s leads from each number to a list of just as many',
    async (_, query, least) => {
      const links = linksIn(await pageAt(query));
      const known = new Map<string, { walked: number; said: number }>();
      for (const link of links) {
        const behind = known.get(link.query) ?? (await listBehind(link.query));
        known.set(link.query, behind);
        expect(behind.said, link.query).toBe(behind.walked);
        if (link.number !== null) expect(behind.walked, `${link.text}: ${link.query}`).toBe(link.number);
      }
      expect(links.filter(({ number }) => number !== null).length).toBeGreaterThan(least);
    },
    60_000,
  );

  test('shows no drawings of nothing', async () => {
    const html = await pageAt('from=2024-10-01&to=2026-06-15&track=wholesale');
    expect(plain(html)).toContain('No complaint was filed in this period for this choice');
    expect(linksIn(html)).toEqual([]);
    expect(html).not.toContain('<figure');
  });

  test('shows the numbers of its file', async () => {
    const query = 'from=2024-10-01&to=2026-06-15';
    const choices = await filterChoices();
    const figures = await readFigures(
      ANALYST,
      readFiguresFilter(new URLSearchParams(query), choices, NOW),
      NOW,
    );
    const file = figuresCsv(figures, { currency: 'MAD', regionName: code => code });
    const lines: Record<string, string>[] = parse(file, { bom: true, columns: true });
    let compared = 0;
    for (const link of linksIn(await pageAt(query))) {
      const { operator, category, region, from, ...filter } = readCaseFilter(
        new URLSearchParams(link.query),
        choices,
      );
      const measure = measureOf(filter);
      const [breakdown, key] = Object.entries({ operator, category, region }).find(([, value]) => value) ?? [
        from === '2024-10-01' && filter.to === '2026-06-15' ? 'total' : 'month',
        from?.replace(/..$/u, '01'),
      ];
      const line = lines.find(
        row => row.breakdown === breakdown && (row.key === key || breakdown === 'total'),
      );
      if (link.number === null || measure === null) continue;
      expect(line?.[measure], `${link.text}: ${link.query}`).toBe(String(link.number));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(150);
  });

  test('says in words what each figure is a share of', async () => {
    const html = await pageAt('from=2024-10-01&to=2026-06-15');
    expect(plain(html)).toMatch(/Deadlines met, share of those that ended/u);
    expect(plain(html)).toMatch(/In time, share of answers given only/u);
    expect(html).toContain('id="definitions"');
  });
});
