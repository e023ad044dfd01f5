import { useLanguage } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow, CopyButton, LinkButton, PrintButton } from '#app/ui/button.tsx';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField, DateTimeField } from '#app/ui/date-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { SummaryList } from '#app/ui/lists.tsx';
import { MoneyField } from '#app/ui/money-field.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { requirePreviews } from './guard.server.ts';
import { SAMPLES } from './samples.ts';

export const loader = requirePreviews;

export default function PublicPreview() {
  const s = SAMPLES[useLanguage()];
  const steps = [s.operator, s.question, s.name, s.filed].map((label, index) => ({
    key: String(index),
    label,
    href: '/preview',
  }));
  return (
    <PublicLayout current="file">
      <Steps steps={steps} current="1" />
      <ErrorSummary errors={{ name: { code: 'required' } }} labels={{ name: s.name }} />
      <PageTitle caption={s.operator} lead={s.story}>
        {s.question}
      </PageTitle>
      <Notice kind="info" title={s.question}>
        <p>{s.reason}</p>
      </Notice>
      <PostForm>
        <Fields />
        <ButtonRow>
          <Button>{s.yes}</Button>
          <Button look="secondary">{s.no}</Button>
          <Button look="danger">{s.no}</Button>
          <Button look="plain">{s.no}</Button>
          <PrintButton />
        </ButtonRow>
      </PostForm>
      <Section title={s.filed}>
        <p>
          <Reference large>MA-2026-0A4K-7Q</Reference> <CopyButton text="MA-2026-0A4K-7Q" />
        </p>
        <SummaryList
          rows={[
            { label: s.name, value: 'Fatima Zahra El Idrissi', changeHref: '/preview' },
            { label: s.question, value: s.story, changeHref: '/preview' },
            { label: s.operator, value: null, changeHref: '/preview' },
          ]}
        />
        <Details summary={s.question}>
          <p>{s.story}</p>
        </Details>
        <Notice kind="success">{s.reason}</Notice>
        <Notice kind="warning">{s.reason}</Notice>
        <Notice kind="error">{s.reason}</Notice>
        <LinkButton href="/preview/staff" look="secondary">
          {s.operator}
        </LinkButton>
      </Section>
    </PublicLayout>
  );
}

function Fields() {
  const s = SAMPLES[useLanguage()];
  const choices = s.operators.map(name => ({ value: name, label: name }));
  return (
    <>
      <TextField name="name" label={s.name} hint={s.hint} required error={s.hint} autoComplete="name" />
      <TextField
        name="phone"
        label={s.operator}
        type="tel"
        width="medium"
        defaultValue="+212 6 12 34 56 78"
      />
      <TextArea name="story" label={s.story} maxLength={200} required defaultValue={s.story} />
      <SelectField name="operator" label={s.operator} options={choices} required />
      <RadioGroup
        name="still"
        label={s.question}
        required
        options={[
          { value: 'yes', label: s.yes },
          { value: 'no', label: s.no, hint: s.hint },
        ]}
      />
      <DateTimeField name="ended" label={s.no} showIf="still=no" required />
      <CheckboxGroup name="issues" label={s.operator} hint={s.hint} options={choices} required />
      <DateField name="date" label={s.filed} required />
      <MoneyField name="amount" label={s.answered} />
      <FileField
        name="files"
        label={s.filed}
        kinds="JPEG, PNG, PDF"
        multiple
        accept="image/*,application/pdf"
      />
      <Checkbox name="consent" label={s.story} hint={s.hint} />
    </>
  );
}
