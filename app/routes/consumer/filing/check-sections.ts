import type { TFunction } from 'i18next';
import type { Profile } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { localDateOf, startOfDay } from '#app/domain/shared/plain-date.ts';
import { categoryOf, isCategory, isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate, formatDateTime, formatMoney } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { categoryLabel, factLabel, formatFact, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import type { FilingStep } from '#app/usecases/complaints/drafts/filing-steps.ts';
import type { Complaint } from '#app/usecases/complaints/read-complaint.schema.ts';

interface Reader {
  readonly t: TFunction;
  readonly language: Language;
  readonly profile: Profile;
}

type Values = Partial<Complaint>;
type Row = readonly [label: string, value: string | null | undefined];

/** The answers of one step in words; rows without an answer say so. */
export interface CheckSection {
  readonly step: FilingStep;
  readonly rows: readonly { readonly label: string; readonly value: string | null }[];
}

function whoRows({ track, organisationName, organisationNumber }: Values, { t }: Reader): readonly Row[] {
  const rows: Row[] = [[t('who.track'), track && t(`taxonomy:track.${track}.label`)]];
  if (track !== 'consumer') {
    rows.push(
      [t('who.organisationName'), organisationName],
      [t('who.organisationNumber'), organisationNumber],
    );
  }
  return rows;
}

function serviceRows({ operatorId, service, lineNumber }: Values, { t, profile }: Reader): readonly Row[] {
  return [
    [t('service.operator'), profile.operators.find(({ id }) => id === operatorId)?.name],
    [t('service.service'), service && t(`taxonomy:service.${service}`)],
    [t('service.line'), lineNumber],
  ];
}

function problemRows({ category, issues = [] }: Values, { t }: Reader): readonly Row[] {
  return [
    [t('problem.title'), isCategory(category) ? categoryLabel(t, category) : null],
    [
      t('problem.issues'),
      issues.flatMap(issue => (isIssueAddress(issue) ? issueLabel(t, issue) : [])).join('\n'),
    ],
  ];
}

/** A moment at a day's very start was given as a day alone. */
function momentText(at: string, timeZone: string, language: Language): string {
  const dayAlone = startOfDay(localDateOf(at, timeZone), timeZone) === at;
  return (dayAlone ? formatDate : formatDateTime)(at, language, timeZone, 'long');
}

function whenRows(values: Values, { t, language, profile }: Reader): readonly Row[] {
  const { startedAt, endedAt, ongoing, region, commune } = values;
  const moment = (at: string | undefined) => at && momentText(at, profile.timeZone, language);
  const end: Row = ongoing
    ? [t('when.ongoing'), t('common:answer.yes')]
    : [t('when.endedAt'), moment(endedAt)];
  const place = profile.regions.find(({ code }) => code === region)?.name[language];
  return [
    [t('when.startedAt'), moment(startedAt)],
    end,
    [t('when.region'), place],
    [t('when.commune'), commune],
  ];
}

function factRows({ category, facts = {}, vulnerability = [] }: Values, reader: Reader): readonly Row[] {
  const { t, language, profile } = reader;
  const asked = category === undefined ? [] : (categoryOf(category)?.facts ?? []);
  const answered = asked.flatMap((fact): Row[] => {
    const value = facts[fact.key];
    if (value === undefined) return [];
    return [[factLabel(t, fact), formatFact(value, fact, { language, timeZone: profile.timeZone })]];
  });
  const reasons = vulnerability.map(reason => t(`taxonomy:vulnerability.${reason}`)).join('\n');
  return reasons === '' ? answered : [...answered, [t('facts.vulnerability'), reasons]];
}

function attemptRows({ attempts = [] }: Values, { t, language, profile }: Reader): readonly Row[] {
  if (attempts.length === 0) return [[t('step.attempts'), t('check.noAttempts')]];
  return attempts.map(({ on, channel, result, ticket, note }, index): Row => {
    const happened = [
      formatDate(on, language, profile.timeZone),
      t(`taxonomy:attemptChannel.${channel}`),
      t(`taxonomy:attemptResult.${result}`),
    ].join(' · ');
    const number =
      ticket && t('common:labelled', { label: t('attempts.ticket'), value: `\u2068${ticket}\u2069` });
    return [t('attempts.one', { number: index + 1 }), [happened, number, note].filter(Boolean).join('\n')];
  });
}

function wishRows({ narrative, remedySought = [], amount }: Values, reader: Reader): readonly Row[] {
  const { t, language, profile } = reader;
  return [
    [t('wish.narrative'), narrative],
    [t('wish.remedy'), remedySought.map(remedy => t(`taxonomy:remedy.${remedy}`)).join('\n')],
    [
      t('wish.amount'),
      amount === undefined
        ? null
        : formatMoney({ amountMinor: amount, currency: profile.currency }, language),
    ],
  ];
}

function contactRows(
  { name, email, phone, notifyBySms, language, consentToPublish }: Values,
  { t }: Reader,
): readonly Row[] {
  return [
    [t('contact.name'), name],
    [t('contact.email'), email],
    [t('contact.phone'), phone && `\u2066${phone}\u2069`],
    ...(notifyBySms ? ([[t('contact.notifyBySms'), t('common:answer.yes')]] as const) : []),
    [t('contact.language'), language && t(`common:language.${language}`)],
    [t('contact.consent'), consentToPublish ? t('common:answer.yes') : t('common:answer.no')],
  ];
}

const ROWS = {
  who: whoRows,
  service: serviceRows,
  problem: problemRows,
  when: whenRows,
  facts: factRows,
  attempts: attemptRows,
  wish: wishRows,
  contact: contactRows,
} as const satisfies Partial<Record<FilingStep, (values: Values, reader: Reader) => readonly Row[]>>;

/** "Check your answers": everything that was stated, step by step, in the reader's language. */
export function checkSections(
  values: Values,
  { language, profile }: Omit<Reader, 't'>,
): readonly CheckSection[] {
  const reader = { t: translator(language, 'filing'), language, profile };
  return (Object.keys(ROWS) as (keyof typeof ROWS)[]).map(step => ({
    step,
    rows: ROWS[step](values, reader).map(([label, value]) => ({ label, value: value || null })),
  }));
}
