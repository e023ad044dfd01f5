import type { Profile } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { isCategory, isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { categoryLabel, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import type { Complaint } from '#app/usecases/complaints/read-complaint.schema.ts';

/** A paragraph, or a list under its introduction. */
export interface LetterPart {
  readonly text: string;
  readonly items?: readonly string[];
}

interface Writer {
  readonly language: Language;
  readonly profile: Profile;
  /** ISO instant. */
  readonly now: string;
  /** From when the regulator takes the complaint; null for at once. */
  readonly mayFileFrom: PlainDate | null;
}

type Values = Partial<Complaint>;

function head(values: Values, { language, profile, now }: Writer): readonly LetterPart[] {
  const t = translator(language, 'letter');
  const operator = profile.operators.find(({ id }) => id === values.operatorId)?.name ?? '';
  const today = localDateOf(now, profile.timeZone);
  const category = isCategory(values.category) ? categoryLabel(t, values.category) : '';
  const line = values.lineNumber ? [{ text: t('line', { line: `\u2066${values.lineNumber}\u2069` }) }] : [];
  return [
    { text: t('from', { name: values.organisationName ?? values.name ?? t('yourName') }) },
    ...line,
    { text: t('to', { operator: `\u2068${operator}\u2069` }) },
    { text: t('date', { date: formatDate(today, language, profile.timeZone) }) },
    { text: t('subject', { category }) },
    { text: t('greeting') },
  ];
}

function happened(values: Values, { language, profile }: Writer): readonly LetterPart[] {
  const t = translator(language, 'letter');
  const { startedAt, ongoing, service, issues = [], region, commune } = values;
  const from = startedAt
    ? formatDate(localDateOf(startedAt, profile.timeZone), language, profile.timeZone)
    : '';
  const place = [commune, profile.regions.find(({ code }) => code === region)?.name[language]];
  const named = place.filter(Boolean).join(' · ');
  return [
    {
      text: t(ongoing ? 'happenedOngoing' : 'happenedEnded', {
        from,
        service: service ? t(`taxonomy:service.${service}`) : '',
      }),
      items: issues.flatMap(issue => (isIssueAddress(issue) ? issueLabel(t, issue) : [])),
    },
    ...(named === '' ? [] : [{ text: t('place', { place: named }) }]),
  ];
}

function contacted({ attempts = [] }: Values, { language, profile }: Writer): readonly LetterPart[] {
  const t = translator(language, 'letter');
  if (attempts.length === 0) return [];
  const items = attempts.map(({ on, channel, result, ticket }) =>
    [
      formatDate(on, language, profile.timeZone),
      t(`taxonomy:attemptChannel.${channel}`),
      t(`taxonomy:attemptResult.${result}`),
      ticket && `\u2068${ticket}\u2069`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  return [{ text: t('attempts'), items }];
}

function asked({ remedySought = [] }: Values, writer: Writer): readonly LetterPart[] {
  const { language, profile, mayFileFrom } = writer;
  const t = translator(language, 'letter');
  const regulator = profile.regulator.name[language];
  const items = [...remedySought.map(remedy => t(`taxonomy:remedy.${remedy}`)), t('askAlways')];
  const until =
    mayFileFrom === null
      ? t('untilSoon', { regulator })
      : t('untilDate', { regulator, date: formatDate(mayFileFrom, language, profile.timeZone) });
  return [{ text: t('ask'), items }, { text: t('ticket') }, { text: until }, { text: t('closing') }];
}

/** The letter to the operator, from what has been answered so far; what is not known yet is left out. */
export function letterOf(values: Values, writer: Writer): readonly LetterPart[] {
  const t = translator(writer.language, 'letter');
  const name = values.name ?? t('yourName');
  return [
    ...head(values, writer),
    ...happened(values, writer),
    ...contacted(values, writer),
    ...asked(values, writer),
    { text: name },
  ];
}

/** The letter as plain text, for the clipboard. */
export function plainLetter(parts: readonly LetterPart[]): string {
  return parts
    .map(({ text, items = [] }) => [text, ...items.map(item => `- ${item}`)].join('\n'))
    .join('\n\n');
}
