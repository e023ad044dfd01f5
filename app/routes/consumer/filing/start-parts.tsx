import type { FieldErrors } from '#app/domain/shared/errors.ts';
import type { Service } from '#app/domain/taxonomy/definition.ts';
import type { Category, IssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import type { FoundProblem } from '#app/i18n/problem-search.ts';
import { categoryDescription, categoryLabel, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { EmptyState, Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { EvidenceToHave } from './evidence-hints.tsx';
import { Resume, type ResumeProps } from './resume-notice.tsx';
import { SharedComputerOffer } from './shared-computer-offer.tsx';
import { RESUME_PATH, START_PATH } from './step-paths.ts';

interface Operator {
  readonly id: string;
  readonly name: string;
  readonly brands: readonly string[];
}

interface FindProblemProps {
  readonly query: string;
  readonly found: readonly FoundProblem[];
  readonly categories: readonly Category[];
  readonly operators: readonly Operator[];
  readonly operatorId: string | null;
  readonly emergencyNote: string | undefined;
  readonly forgotten: boolean;
  readonly deleted: boolean;
  readonly resume: ResumeProps | null;
}

/** First half: what happened, in one's own words or from the list. */
export function FindProblem(props: FindProblemProps) {
  const t = useT('start');
  const { query, emergencyNote, resume, forgotten, deleted } = props;
  return (
    <PublicLayout current="file">
      {forgotten ? <Notice kind="success" live title={t('shared.done')} /> : null}
      {deleted ? <Notice kind="success" live title={t('filing:delete.done')} /> : null}
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {resume ? <Resume {...resume} /> : null}
      {emergencyNote ? <Notice kind="warning">{emergencyNote}</Notice> : null}
      <form action={START_PATH} className="mb-8" data-suggest="start-results">
        <label className="label" htmlFor="f-q">
          {t('query')}
        </label>
        <p className="hint" id="f-q-hint">
          {t('queryHint')}
        </p>
        <div className="flex flex-wrap gap-3">
          <input
            className="input min-w-0 flex-1 basis-56"
            type="search"
            id="f-q"
            name="q"
            dir="auto"
            maxLength={120}
            defaultValue={query}
            autoComplete="off"
            enterKeyHint="search"
            aria-describedby="f-q-hint"
            data-search=""
          />
          <Button>{t('search')}</Button>
        </div>
      </form>
      <div id="start-results" aria-live="polite">
        <Results {...props} />
      </div>
      <p className="mt-8 flex flex-wrap gap-x-6">
        <a href={RESUME_PATH} className="inline-flex min-h-11 items-center">
          {t('resumeOther')}
        </a>
        <a href="/rights" className="inline-flex min-h-11 items-center">
          {t('rights')}
        </a>
      </p>
      <SharedComputerOffer />
    </PublicLayout>
  );
}

function Results({ query, found, categories, operators, operatorId }: FindProblemProps) {
  const t = useT('start');
  const operator = operators.find(({ id }) => id === operatorId);
  const others = categories.filter(category => !found.some(hit => hit.category === category));
  const list = others.map(category => ({ category, issue: null }));
  return (
    <>
      {operator ? (
        <p className="mb-4">{t('operatorSeen', { operator: `\u2068${operator.name}\u2069` })}</p>
      ) : null}
      {found.length > 0 ? (
        <section className="mb-8">
          <h2>{t('found')}</h2>
          <ProblemList problems={found} query={query} />
        </section>
      ) : null}
      {query !== '' && found.length === 0 ? (
        <EmptyState title={t('noneTitle')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : null}
      {found.length > 0 ? (
        <details className="details">
          <summary>{t('others')}</summary>
          <div className="details-body">
            <ProblemList problems={list} query={query} />
          </div>
        </details>
      ) : (
        <section>
          <h2>{t('all')}</h2>
          <ProblemList problems={list} query={query} />
        </section>
      )}
      <p className="mt-6">
        <a href={addressOf({ query, category: '' })} className="inline-flex min-h-11 items-center">
          {t('unsure')}
        </a>
      </p>
    </>
  );
}

function addressOf({ query, category, issue }: { query: string; category: string; issue?: string | null }) {
  const params = new URLSearchParams({ category });
  if (issue) params.set('issue', issue);
  if (query !== '') params.set('q', query);
  return `${START_PATH}?${params}`;
}

function ProblemList({ problems, query }: { problems: readonly FoundProblem[]; query: string }) {
  const t = useT('start');
  return (
    <ul className="mt-3 grid gap-3">
      {problems.map(({ category, issue }) => (
        <li key={category} className="relative rounded border border-line px-4 py-3 hover:border-accent">
          <a
            href={addressOf({ query, category, issue })}
            className="font-semibold after:absolute after:inset-0"
          >
            {categoryLabel(t, category)}
          </a>
          <p className="muted text-[0.9375rem]">
            {issue ? t('matched', { issue: issueLabel(t, issue) }) : categoryDescription(t, category)}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface ChooseProps {
  readonly query: string;
  readonly category: Category | null;
  readonly issue: IssueAddress | null;
  readonly services: readonly Service[];
  readonly operators: readonly Operator[];
  readonly operatorId: string | null;
  readonly errors: FieldErrors | undefined;
  readonly typed: Readonly<Record<string, string>> | undefined;
}

/** Second half: which service, which operator; what is plain from the first half is chosen already. */
export function ChooseServiceAndOperator(props: ChooseProps) {
  const t = useT('start');
  const { query, category, issue, services, operators, operatorId, errors, typed } = props;
  const alone = services.length === 1 ? services[0] : undefined;
  const proposed = { service: alone ?? '', operatorId: operatorId ?? '' };
  const { field } = useFormFields({ values: typed ?? proposed, errors });
  const labels = { service: t('service'), operatorId: t('operator') };
  const back = query === '' ? START_PATH : `${START_PATH}?${new URLSearchParams({ q: query })}`;
  return (
    <PublicLayout current="file">
      <p className="mb-4">
        <a href={back} className="inline-flex min-h-11 items-center">
          {t('filing:back')}
        </a>
      </p>
      <ErrorSummary errors={errors} labels={labels} />
      <PageTitle>{t('detailTitle')}</PageTitle>
      {category ? (
        <p className="mb-6">
          {t('about')} <strong>{categoryLabel(t, category)}</strong>{' '}
          <a href={back} className="inline-flex min-h-11 items-center">
            {t('change')}
          </a>
        </p>
      ) : null}
      <PostForm action={addressOf({ query, category: category ?? '', issue })}>
        <HiddenFields values={{ category: category ?? '', issue: issue ?? '' }} />
        <RadioGroup
          {...field('service')}
          label={labels.service}
          required
          options={services.map(value => ({ value, label: t(`taxonomy:service.${value}`) }))}
        />
        <RadioGroup
          {...field('operatorId')}
          label={labels.operatorId}
          required
          options={operators.map(({ id, name, brands }) => ({
            value: id,
            label: <bdi>{name}</bdi>,
            hint: brands.length > 0 ? t('brands', { brands: brands.join(', ') }) : undefined,
          }))}
        />
        <Button>{t('continue')}</Button>
      </PostForm>
      {category ? <EvidenceToHave category={category} /> : null}
      <p className="muted mt-6 text-[0.9375rem]">{t('later')}</p>
    </PublicLayout>
  );
}
