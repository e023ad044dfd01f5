import { localMinuteOf } from '#app/domain/shared/plain-date.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { PageTitle } from '#app/ui/page-title.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { readCalendars } from '#app/usecases/rules/queries/read-calendars.server.ts';
import { readRules } from '#app/usecases/rules/queries/read-rules.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/bench.ts';
import { answerBench } from './answer-bench.server.ts';
import { BenchForm } from './bench-form.tsx';
import { BenchResults } from './bench-results.tsx';

const OPEN = ['draft', 'scheduled', 'in-force'];

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'rules');
  const profile = activeProfile();
  const instant = now().toISOString();
  const language = requestLanguage(request, profile);
  const typed = formValues(new URL(request.url).searchParams);
  const rules = (await readRules(staff, instant)).flatMap(({ versions }) => versions);
  const { versions: calendars } = await readCalendars(staff, { now: instant, year: 2026 });
  const offered = [
    ...rules
      .filter(({ facts, standing }) => facts !== null && OPEN.includes(standing))
      .map(({ rule }) => `rule:${rule.id}`),
    ...calendars.filter(({ standing }) => OPEN.includes(standing)).map(({ id }) => `calendar:${id}`),
  ];
  return {
    viewer: { name: staff.name, role: staff.role },
    offered,
    categories: profile.categories,
    regions: profile.regions.map(({ code, name }) => ({ value: code, label: name[language] })),
    startedAt: localMinuteOf(instant, profile.timeZone),
    answer: await orErrorPage(() => answerBench(staff, typed, instant)),
  };
}

export default function Bench({ loaderData }: Route.ComponentProps) {
  const t = useT('rules');
  const { viewer, answer, ...choices } = loaderData;
  return (
    <RegulatorFrame viewer={viewer} current="rules">
      <PageTitle lead={t('bench.lead')}>{t('bench.title')}</PageTitle>
      <BenchForm {...choices} values={answer.values} errors={answer.errors} />
      {answer.result === null ? null : <BenchResults {...answer.result} />}
    </RegulatorFrame>
  );
}
