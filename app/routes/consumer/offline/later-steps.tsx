import { ACCEPTED_FILES, MAX_FILES, MAX_MEGABYTES } from '#app/domain/evidence/media-types.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { REMEDIES, VULNERABILITIES } from '#app/domain/taxonomy/asked-of-every-case.ts';
import { type FactDefinition, TRACKS } from '#app/domain/taxonomy/definition.ts';
import { factsOf } from '#app/domain/taxonomy/taxonomy.ts';
import { factHint, factLabel } from '#app/i18n/taxonomy-texts.ts';
import { useLanguage, useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, CheckboxGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { MoneyField } from '#app/ui/money-field.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { NARRATIVE_LENGTH } from '#app/usecases/complaints/complaint.schema.ts';
import { EvidenceHints } from '../filing/evidence-hints.tsx';
import { FactField } from '../filing/fact-field.tsx';
import { LiveSecretsNotice } from '../filing/secrets-notice.tsx';
import { offlineCategories } from './offline-given.ts';
import { StepSection } from './step-section.tsx';

interface Props {
  readonly profile: Profile;
}

export function FactsStep() {
  const t = useT('filing');
  return (
    <StepSection step="facts" title={t('step.facts')} lead={t('facts.lead')}>
      <div data-facts="" />
      <CheckboxGroup
        name="vulnerability"
        label={t('facts.vulnerability')}
        hint={t('facts.vulnerabilityHint')}
        options={VULNERABILITIES.map(value => ({ value, label: t(`taxonomy:vulnerability.${value}`) }))}
      />
    </StepSection>
  );
}

/** What each category asks, for the script to put in place once one is chosen. */
export function FactTemplates({ profile }: Props) {
  return offlineCategories(profile).map(category => (
    <template key={category} id={`facts-${category}`}>
      {factsOf(category).map(fact => (
        <div key={fact.key} data-tracks={(fact.tracks ?? TRACKS).join(' ')}>
          <Fact fact={fact} />
        </div>
      ))}
    </template>
  ));
}

function Fact({ fact }: { fact: FactDefinition }) {
  const t = useT('facts');
  const fields = useFormFields({});
  if (fact.type !== 'sites') return <FactField fact={fact} fields={fields} values={{}} />;
  return (
    <fieldset className="mb-6 min-w-0" data-repeated="">
      <legend className="label">{factLabel(t, fact)}</legend>
      <p className="hint">{factHint(t, fact)}</p>
      <div data-rows={`facts.${fact.key}`} data-row-label={t('site.one', { number: '{number}' })} />
      <button type="button" className="btn btn-secondary">
        {t('site.add')}
      </button>
    </fieldset>
  );
}

export function AttemptsStep({ profile }: Props) {
  const t = useT('filing');
  const rule = profile.admissibility.text[useLanguage()];
  return (
    <StepSection step="attempts" title={t('attempts.title')} lead={rule}>
      <p className="mb-6">{t('attempts.lead')}</p>
      <div data-repeated="">
        <div data-rows="attempts" data-row-label={t('attempts.one', { number: '{number}' })} />
        <p className="mb-4">
          <button type="button" className="btn btn-secondary">
            {t('attempts.add')}
          </button>
        </p>
      </div>
    </StepSection>
  );
}

export function WishStep() {
  const t = useT('filing');
  return (
    <StepSection step="wish" title={t('wish.title')}>
      <TextArea
        name="narrative"
        label={t('wish.narrative')}
        hint={t('wish.narrativeHint')}
        required
        rows={8}
        maxLength={NARRATIVE_LENGTH.max}
      />
      <LiveSecretsNotice field="narrative" text="" />
      <div data-required="">
        <CheckboxGroup
          name="remedySought"
          label={t('wish.remedy')}
          required
          options={REMEDIES.map(value => ({ value, label: t(`taxonomy:remedy.${value}`) }))}
        />
      </div>
      <MoneyField name="amount" label={t('wish.amount')} hint={t('wish.amountHint')} />
    </StepSection>
  );
}

export function EvidenceStep({ profile }: Props) {
  const t = useT('filing');
  const limits = t('common:file.limits', {
    number: MAX_FILES,
    size: `${MAX_MEGABYTES}\u00a0${t('common:fileSize.MB')}`,
  });
  return (
    <StepSection step="evidence" title={t('evidence.title')}>
      {offlineCategories(profile).map(category => (
        <p key={category} data-show-if={`category=${category}`} className="mb-4">
          {t(`evidence.help.${category}`)}
        </p>
      ))}
      <FileField
        name="files"
        label={t('evidence.files')}
        hint={t('offline:files.hint')}
        kinds={limits}
        multiple
        accept={ACCEPTED_FILES}
      />
      <ul className="evidence" data-files="" hidden />
      <EvidenceHints />
    </StepSection>
  );
}

export function ContactStep() {
  const t = useT('filing');
  const { regulator } = useApp();
  return (
    <StepSection step="contact" title={t('contact.title')} lead={t('contact.lead', { regulator })}>
      <TextField name="name" label={t('contact.name')} required autoComplete="name" />
      <TextField
        name="email"
        label={t('contact.email')}
        hint={t('contact.emailHint')}
        type="email"
        autoComplete="email"
      />
      <TextField name="phone" label={t('contact.phone')} type="tel" autoComplete="tel" width="medium" />
      <Checkbox name="notifyBySms" label={t('contact.notifyBySms')} hint={t('contact.notifyBySmsHint')} />
      <SelectField
        name="language"
        label={t('contact.language')}
        required
        empty={false}
        options={LANGUAGES.map(value => ({ value, label: t(`common:language.${value}`) }))}
      />
      <Checkbox name="consentToPublish" label={t('contact.consent')} hint={t('contact.consentHint')} />
    </StepSection>
  );
}

export function CheckStep() {
  const t = useT('filing');
  return (
    <StepSection step="check" title={t('check.title')}>
      <div data-summary="" />
      <p className="mb-4">{t('check.fileText')}</p>
      <p className="mb-4">{t('offline:check.text')}</p>
      <p>
        <button type="submit" className="btn btn-primary" data-submit="">
          {t('check.submit')}
        </button>
      </p>
    </StepSection>
  );
}

/** On every page but the last. */
export function ContinueRow() {
  const t = useT('filing');
  return (
    <div data-continue="">
      <Button>{t('continue')}</Button>
    </div>
  );
}
