import { COMPANY_NUMBER_EXAMPLES } from '#app/domain/profile/company-number.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { SERVICES } from '#app/domain/taxonomy/definition.ts';
import { issuesOf } from '#app/domain/taxonomy/taxonomy.ts';
import { categoryDescription, categoryLabel, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useLanguage, useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { EvidenceToHave } from '../filing/evidence-hints.tsx';
import { TimeField } from '../filing/time-field.tsx';
import { LATEST_DAY } from './latest-day.ts';
import { OFFLINE_TRACKS, offlineCategories } from './offline-given.ts';
import { StepSection } from './step-section.tsx';

interface Props {
  readonly profile: Profile;
}

export function WhoStep({ profile, emergencyNote }: Props & { readonly emergencyNote?: string | undefined }) {
  const t = useT('filing');
  return (
    <StepSection step="who" title={t('who.title')} lead={t('who.lead')}>
      {emergencyNote ? <Notice kind="warning">{emergencyNote}</Notice> : null}
      <RadioGroup
        name="track"
        label={t('who.track')}
        required
        options={OFFLINE_TRACKS.map(track => ({
          value: track,
          label: t(`taxonomy:track.${track}.label`),
          hint: t(`taxonomy:track.${track}.description`),
        }))}
      />
      <TextField
        name="organisationName"
        label={t('who.organisationName')}
        required
        autoComplete="organization"
        showIf="track=business"
      />
      <TextField
        name="organisationNumber"
        label={t(`tracks:companyNumber.${profile.id}`)}
        hint={t('tracks:companyNumber.hint', { example: COMPANY_NUMBER_EXAMPLES[profile.id] })}
        dir="ltr"
        width="medium"
        showIf="track=business"
      />
      <p className="muted mb-6" data-begun="">
        {t('offline:begun')}
      </p>
    </StepSection>
  );
}

export function ServiceStep({ profile }: Props) {
  const t = useT('filing');
  const operators = profile.operators.filter(({ hidden }) => hidden !== true);
  const sold = new Set(operators.flatMap(({ services }) => services));
  return (
    <StepSection step="service" title={t('service.title')}>
      <RadioGroup
        name="operatorId"
        label={t('service.operator')}
        required
        options={operators.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
      />
      <RadioGroup
        name="service"
        label={t('service.service')}
        required
        options={SERVICES.filter(service => sold.has(service)).map(service => ({
          value: service,
          label: t(`taxonomy:service.${service}`),
        }))}
      />
      <TextField
        name="lineNumber"
        label={t('service.line')}
        hint={t('service.lineHint')}
        dir="ltr"
        width="medium"
        autoComplete="tel-national"
      />
    </StepSection>
  );
}

export function ProblemStep({ profile }: Props) {
  const t = useT('filing');
  return (
    <StepSection step="problem" title={t('problem.title')} lead={t('problem.lead')}>
      <RadioGroup
        name="category"
        label={<span className="sr-only">{t('problem.title')}</span>}
        required
        options={offlineCategories(profile).map(category => ({
          value: category,
          label: categoryLabel(t, category),
          hint: categoryDescription(t, category),
        }))}
      />
      {offlineCategories(profile).map(category => (
        <div key={category} data-show-if={`category=${category}`}>
          <EvidenceToHave category={category} />
        </div>
      ))}
    </StepSection>
  );
}

/** The script moves the chosen category's issues to the top and leaves those that may have come on top of it. */
export function IssuesStep({ profile }: Props) {
  const t = useT('filing');
  return (
    <StepSection
      step="issues"
      partOf="problem"
      title={t('problem.issuesTitle')}
      lead={t('problem.issuesHint')}
    >
      <div data-issues="" />
      <Details summary={t('problem.also')}>
        <div data-more-issues="">
          {offlineCategories(profile).map(category => (
            <div key={category} data-issues-of={category}>
              <CheckboxGroup
                name={`issues.${category}`}
                label={categoryLabel(t, category)}
                required
                options={issuesOf(category).map(value => ({ value, label: issueLabel(t, value) }))}
              />
            </div>
          ))}
        </div>
      </Details>
    </StepSection>
  );
}

export function WhenStep({ profile }: Props) {
  const t = useT('filing');
  const language = useLanguage();
  const regions = profile.regions
    .map(({ code, name }) => ({ value: code, label: name[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <StepSection step="when" title={t('when.title')}>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <DateField name="startedAt" label={t('when.startedAt')} required max={LATEST_DAY} />
        <TimeField name="startedTime" label={t('when.time')} />
      </div>
      <RadioGroup
        name="ongoing"
        label={t('when.ongoing')}
        required
        inline
        options={['yes', 'no'].map(value => ({ value, label: t(`common:answer.${value}`) }))}
      />
      <div className="grid gap-x-6 sm:grid-cols-2">
        <DateField name="endedAt" label={t('when.endedAt')} max={LATEST_DAY} showIf="ongoing=no" />
        <TimeField name="endedTime" label={t('when.time')} showIf="ongoing=no" />
      </div>
      <SelectField name="region" label={t('when.region')} required options={regions} />
      <TextField
        name="commune"
        label={t('when.commune')}
        hint={t('when.communeHint')}
        autoComplete="address-level2"
        width="medium"
      />
    </StepSection>
  );
}
