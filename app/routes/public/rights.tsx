import { selectRule } from '#app/domain/deadline/rule.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { categoryLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { RightsList, rightLines, ruleLines } from '#app/ui/rights-list.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/rights.ts';

/** The rules that run today for consumers: some clocks have one rule, others one for each kind of problem. */
function deadlinesOf(profile: Profile) {
  const on = localDateOf(now().toISOString(), profile.timeZone);
  const questions = [false, true].flatMap(urgent =>
    profile.categories.map(category => ({ track: 'consumer', category, urgent, on })),
  );
  const rules = (['acknowledge', 'respond', 'confirm'] as const).flatMap(clock =>
    questions.map(question => selectRule(profile, clock, question)),
  );
  return [...new Set(rules)];
}

export function loader({ request }: Route.LoaderArgs) {
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const { rights, categories, admissibility } = profile;
  return {
    everybody: rightLines(
      rights.filter(right => right.categories === undefined),
      language,
    ),
    first: ruleLines([admissibility], language),
    deadlines: ruleLines(deadlinesOf(profile), language),
    byCategory: categories
      .map(category => ({
        category,
        lines: rightLines(
          rights.filter(right => right.categories?.includes(category)),
          language,
        ),
      }))
      .filter(({ lines }) => lines.length > 0),
  };
}

/** What a consumer may count on in this country, with the source of each sentence. */
export default function Rights({ loaderData }: Route.ComponentProps) {
  const t = useT('rights');
  const { everybody, first, deadlines, byCategory } = loaderData;
  return (
    <PublicLayout>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <Section title={t('everybody')}>
        <RightsList lines={everybody} />
      </Section>
      <Section title={t('first')}>
        <RightsList lines={first} />
      </Section>
      <Section title={t('deadlines')}>
        <RightsList lines={deadlines} />
      </Section>
      <Section title={t('byProblem')}>
        {byCategory.map(({ category, lines }) => (
          <div key={category} className="mb-6" id={category}>
            <h3 className="mb-2 font-semibold">{categoryLabel(t, category)}</h3>
            <RightsList lines={lines} />
          </div>
        ))}
      </Section>
      <LinkButton href="/complaint/start">{t('file')}</LinkButton>
    </PublicLayout>
  );
}
