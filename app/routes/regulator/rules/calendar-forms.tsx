import { APPLIES_TO } from '#app/domain/deadline/activation.ts';
import type { TentativeFeast } from '#app/domain/rules/calendar-change.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import type { LocalisedText } from '#app/domain/shared/language.ts';
import { addDays } from '#app/domain/shared/plain-date.ts';
import { formatDate, formatList } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, type Choice, RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { type FormState, useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details, EmptyState } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import type { CalendarBook } from '#app/usecases/rules/queries/read-calendars.server.ts';

interface RefusedForm {
  readonly values: NonNullable<FormState['values']>;
  readonly errors: FieldErrors;
}

interface FeastsProps {
  readonly book: CalendarBook;
  readonly mayChange: boolean;
  readonly refused: RefusedForm | undefined;
}

/** The feasts whose date hangs on the moon: each is confirmed, or moved, with two clicks and a source. */
export function FeastsToConfirm({ book, mayChange, refused }: FeastsProps) {
  const t = useT('rules');
  return (
    <Section title={t('feast.title')} id="feasts">
      {book.toConfirm.length === 0 ? (
        <EmptyState title={t('feast.none')} />
      ) : (
        book.toConfirm.map(feast => (
          <Feast
            key={`${feast.name} ${feast.days[0]}`}
            feast={feast}
            names={book.names}
            mayChange={mayChange}
            refused={refused?.values.feast === `${feast.name} ${feast.days[0]}` ? refused : undefined}
          />
        ))
      )}
    </Section>
  );
}

interface FeastProps {
  readonly feast: TentativeFeast;
  readonly names: CalendarBook['names'];
  readonly mayChange: boolean;
  readonly refused: RefusedForm | undefined;
}

function Feast({ feast, names, mayChange, refused }: FeastProps) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const { name, days } = feast;
  const first = days[0] ?? '';
  const date = (on: string) => formatDate(on, language, timeZone);
  const label = names[name]?.[language] ?? name;
  return (
    <Details summary={`${label} · ${formatList(days.map(date), language)}`} open={refused !== undefined}>
      {mayChange ? (
        <SettleForm feast={feast} refused={refused} moves={[0, -1, 1].map(days => addDays(first, days))} />
      ) : (
        <p className="muted">{t('feast.waits')}</p>
      )}
    </Details>
  );
}

interface SettleProps {
  readonly feast: TentativeFeast;
  readonly refused: RefusedForm | undefined;
  /** The first day as foreseen, a day earlier, a day later. */
  readonly moves: readonly string[];
}

function SettleForm({ feast, refused, moves }: SettleProps) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const key = `${feast.name}-${feast.days[0]}`;
  const { field } = useFormFields({ values: refused?.values, errors: refused?.errors });
  const labels = ['feast.asForeseen', 'feast.dayEarlier', 'feast.dayLater'];
  const { name: _, ...source } = field('source');
  const { name: __, ...on } = field('on');
  return (
    <PostForm id={`settle-${key}`}>
      <HiddenFields values={{ intent: 'settle', feast: `${feast.name} ${feast.days[0]}` }} />
      <TextField
        {...source}
        name={`source-${key}`}
        label={t('feast.source')}
        hint={t('feast.sourceHint')}
        required
      />
      <RadioGroup
        {...on}
        name={`on-${key}`}
        label={t('feast.firstDay')}
        defaultValue={on.defaultValue ?? moves[0]}
        options={moves.map((day, index) => ({
          value: day,
          label: t(labels[index] ?? '', { date: formatDate(day, language, timeZone) }),
        }))}
        required
      />
      <Button>{t('feast.settle')}</Button>
    </PostForm>
  );
}

interface WhyProps {
  readonly fields: ReturnType<typeof useFormFields>;
  /** Before the fields' names: two forms of a page ask the same. */
  readonly prefix?: string;
}

function WhyFields({ fields: { field }, prefix = '' }: WhyProps) {
  const t = useT('rules');
  const named = (name: string) => ({ ...field(name), name: `${prefix}${name}` });
  const why = named('appliesTo');
  return (
    <>
      <TextField {...named('source')} label={t('feast.source')} hint={t('feast.sourceHint')} required />
      <TextArea {...named('reason')} label={t('field.reason')} rows={2} maxLength={1000} required />
      <RadioGroup
        {...why}
        defaultValue={why.defaultValue ?? 'open-clocks'}
        label={t('field.appliesTo')}
        options={APPLIES_TO.toReversed().map(value => ({
          value,
          label: t(`appliesTo.${value}`),
          hint: t(`appliesToHint.${value}`),
        }))}
        required
      />
    </>
  );
}

interface DeclareProps {
  readonly names: Readonly<Record<string, LocalisedText>>;
  readonly regions: readonly Choice[];
  readonly refused: RefusedForm | undefined;
  /** Within a draft, which has its source and reason already. */
  readonly further?: boolean;
}

/** A day off that the calendar does not have. */
export function DeclareForm({ names, regions, refused, further }: DeclareProps) {
  const t = useT('rules');
  const { language } = useApp();
  const fields = useFormFields({ values: refused?.values, errors: refused?.errors });
  const { field, list } = fields;
  const known = Object.entries(names).map(([value, text]) => ({ value, label: text[language] }));
  return (
    <PostForm>
      <HiddenFields values={{ intent: 'declare' }} />
      <DateField {...field('on')} label={t('calendar.date')} required />
      <SelectField
        {...field('name')}
        label={t('calendar.name')}
        options={known}
        empty={t('calendar.ownName')}
      />
      <div className="grid gap-x-10 md:grid-cols-2">
        {(['nameFr', 'nameAr', 'nameDe', 'nameEn'] as const).map(name => (
          <TextField key={name} {...field(name)} label={t(`calendar.${name}`)} showIf="name=" required />
        ))}
      </div>
      <Details summary={t('calendar.someRegions')}>
        <CheckboxGroup
          {...list('regions')}
          label={t('calendar.regions')}
          hint={t('calendar.regionsHint')}
          options={regions}
        />
      </Details>
      {further ? null : <WhyFields fields={fields} />}
      <Button>{t(further ? 'calendar.add' : 'calendar.draft')}</Button>
    </PostForm>
  );
}

/** A day off that is moved, or no longer one. */
export function ChangeForm({ book, refused }: { book: CalendarBook; refused: RefusedForm | undefined }) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const fields = useFormFields({ values: refused?.values, errors: refused?.errors });
  const { field } = fields;
  const days = book.days.map(({ on, name }) => ({
    value: `${on} ${name}`,
    label: `${formatDate(on, language, timeZone)} · ${book.names[name]?.[language] ?? name}`,
  }));
  return (
    <PostForm>
      <HiddenFields values={{ intent: 'change' }} />
      <SelectField {...field('day')} label={t('calendar.which')} options={days} required />
      <DateField {...field('to')} label={t('calendar.newDate')} hint={t('calendar.newDateHint')} />
      <WhyFields fields={fields} prefix="change-" />
      <Button>{t('calendar.draft')}</Button>
    </PostForm>
  );
}
