import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { formatDate, formatDateTime, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { FilterBar } from '#app/ui/navigation.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { SeenRun } from '#app/usecases/rules/queries/read-run.server.ts';
import type { VersionFacts } from '#app/usecases/rules/queries/version-facts.ts';
import type { ActivationView } from './activation-view.server.ts';
import { PreviewPart } from './preview-part.tsx';

interface ActivationProps {
  readonly view: ActivationView;
  readonly mayChange: boolean;
  readonly errors: FieldErrors | undefined;
}

/** Which cases a version that is not in force yet would move, and the button that puts it in force. */
export function ActivationPart({ view, mayChange, errors }: ActivationProps) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const { field, errorOf } = useFormFields({ values: { from: view.on ?? '' }, errors });
  const { preview, fault } = view;
  const dayText = view.on === null ? null : formatDate(view.on, language, timeZone);
  const refusal = errorOf('activateOn') ?? errorOf('validTo') ?? errorOf('changes') ?? errorOf('scope');
  return (
    <Section title={t('activation.title')} id="activation">
      {refusal ? (
        <Notice kind="error" live>
          {refusal}
        </Notice>
      ) : null}
      {view.draft ? (
        <FilterBar submitLabel={t('activation.count')}>
          <DateField {...field('from')} label={t('activation.day')} hint={t('activation.dayHint')} />
        </FilterBar>
      ) : null}
      {fault === null ? null : <Notice kind="error">{t(`errors:field.${fault}`)}</Notice>}
      {preview === null ? null : (
        <PreviewPart preview={preview} pageHref={view.pageHref}>
          {view.draft && mayChange ? (
            <PublishForm on={view.on} dayText={dayText} cases={preview.cases} />
          ) : null}
        </PreviewPart>
      )}
    </Section>
  );
}

interface PublishProps {
  readonly on: string | null;
  /** The day in words; null for now. */
  readonly dayText: string | null;
  readonly cases: number;
}

function PublishForm({ on, dayText, cases }: PublishProps) {
  const t = useT('rules');
  const sure =
    dayText === null ? t('activation.sureNow', { cases }) : t('activation.sureOn', { date: dayText, cases });
  return (
    <PostForm confirm={sure}>
      <HiddenFields values={{ intent: 'publish', activateOn: on }} />
      <Button>{dayText === null ? t('activation.now') : t('activation.on', { date: dayText })}</Button>
    </PostForm>
  );
}

interface FactsProps {
  readonly facts: VersionFacts;
  readonly run: SeenRun | null;
  readonly appliesTo: string;
  /** Where a calendar's days were announced; a rule says it itself. */
  readonly source?: string;
}

/** Who made a version, why, from when it holds, and how far its cases have been counted again. */
export function FactsPart({ facts, run, appliesTo, source }: FactsProps) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const moment = (at: string, by: string | null) =>
    t('facts.byAt', { by: by ?? '', at: formatDateTime(at, language, timeZone) });
  return (
    <DefinitionList
      items={[
        { term: t('field.appliesTo'), value: t(`appliesTo.${appliesTo}`) },
        ...(source === undefined ? [] : [{ term: t('field.source'), value: <bdi>{source}</bdi> }]),
        { term: t('field.reason'), value: <bdi>{facts.reason}</bdi> },
        { term: t('facts.created'), value: moment(facts.createdAt, facts.createdBy) },
        ...(facts.publishedAt
          ? [{ term: t('facts.published'), value: moment(facts.publishedAt, facts.publishedBy) }]
          : []),
        ...(facts.activatesAt && facts.publishedAt
          ? [{ term: t('facts.inForce'), value: formatDateTime(facts.activatesAt, language, timeZone) }]
          : []),
        ...(facts.withdrawnAt
          ? [{ term: t('facts.withdrawn'), value: moment(facts.withdrawnAt, facts.withdrawnBy) }]
          : []),
        ...(run !== null && facts.withdrawnAt === null
          ? [{ term: t('facts.cases'), value: runText(run, language, t) }]
          : []),
      ]}
    />
  );
}

function runText(
  { checked, moved, finished }: SeenRun,
  language: Parameters<typeof formatNumber>[1],
  t: ReturnType<typeof useT>,
) {
  const counts = { checked: formatNumber(checked, language), moved: formatNumber(moved, language) };
  return t(finished ? 'facts.runDone' : 'facts.runOpen', counts);
}

/** Throws a draft away, or takes back what was published for later. */
export function UndoForm({ standing }: { standing: string }) {
  const t = useT('rules');
  if (standing !== 'draft' && standing !== 'scheduled') return null;
  const intent = standing === 'draft' ? 'discard' : 'withdraw';
  return (
    <PostForm confirm={t(`undo.${intent}Sure`)}>
      <HiddenFields values={{ intent }} />
      <Button look="danger" small>
        {t(`undo.${intent}`)}
      </Button>
    </PostForm>
  );
}
