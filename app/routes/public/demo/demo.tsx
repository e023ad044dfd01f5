import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { DEMONSTRATION_PASSWORD } from '#app/usecases/demonstration/accounts.ts';
import { readDemonstration } from '#app/usecases/demonstration/read-demonstration.server.ts';
import { signInToDemonstration } from '#app/usecases/demonstration/sign-in-to-demonstration.server.ts';
import type { Route } from './+types/demo.ts';
import { AccountTable } from './account-table.tsx';
import { ExampleCases } from './example-cases.tsx';

/** The page lists receipt codes and hands out sessions. */
const NO_STORE = { 'Cache-Control': 'no-store' } as const;

/** Where there is no demonstration there is no such page. */
async function orNotFound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const absent = error instanceof AppError && error.code === 'demonstration-only';
    return toErrorPage(absent ? new AppError('not-found') : error);
  }
}

export async function loader() {
  const demonstration = await orNotFound(readDemonstration);
  return data({ ...demonstration, password: DEMONSTRATION_PASSWORD }, { headers: NO_STORE });
}

export async function action({ request }: Route.ActionArgs) {
  return orNotFound(async () => {
    requireMethod(request, 'POST');
    const form = await readForm(request);
    const { cookies, landing } = await signInToDemonstration(
      String(form.get('email') ?? ''),
      String(form.get('reference') ?? ''),
    );
    const headers = new Headers(NO_STORE);
    for (const cookie of cookies) headers.append('Set-Cookie', cookie);
    return redirect(landing, { status: 303, headers });
  });
}

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders;
}

const LINKS = {
  file: '/complaint/new',
  mail: '/dev/mail',
  queue: '/operator',
  cases: '/regulator',
  figures: '/regulator/figures',
  collective: '/collective',
} as const;

function Elsewhere({ reference }: { reference: string }) {
  const t = useT('demo');
  return (
    <>
      <Section title={t('elsewhereTitle')}>
        <ul className="plain">
          {Object.entries(LINKS).map(([key, href]) => (
            <li key={key}>
              <a href={href}>{t(`links.${key}`)}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('ageTitle')}>
        <p>{t('ageText')}</p>
        <p className="mt-3">
          <code dir="ltr">{`npm run age -- --case ${reference} --days 3`}</code>
        </p>
      </Section>
    </>
  );
}

export default function Demo({ loaderData }: Route.ComponentProps) {
  const t = useT('demo');
  const { regulator, operators, stories, trials, password } = loaderData;
  const liaisons = operators.flatMap(({ name, liaisons: members }) =>
    members.map(member => ({ ...member, operatorName: name })),
  );
  return (
    <PublicLayout wide>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {trials.length === 0 ? <Notice>{t('empty')}</Notice> : null}
      <Section title={t('regulatorTitle')}>
        <AccountTable id="regulator" caption={t('regulatorTitle')} accounts={regulator} />
      </Section>
      <Section title={t('operatorsTitle')}>
        <AccountTable id="operators" caption={t('operatorsTitle')} accounts={liaisons} />
        <p className="muted mt-3">{t('password', { password })}</p>
      </Section>
      <Section title={t('storiesTitle')}>
        <p className="mb-3">{t('storiesLead')}</p>
        <ExampleCases group="stories" cases={stories} />
      </Section>
      <Section title={t('trialsTitle')}>
        <p className="mb-3">{t('trialsLead')}</p>
        <ExampleCases group="trials" cases={trials} />
      </Section>
      <Elsewhere reference={trials[0]?.reference ?? 'MA-2026-…'} />
    </PublicLayout>
  );
}
