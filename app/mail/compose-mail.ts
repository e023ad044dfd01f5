import type { TFunction } from 'i18next';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { CaseState } from '#app/domain/case/states.ts';
import type { ClockKind } from '#app/domain/deadline/rule.ts';
import type { Language, LocalisedText } from '#app/domain/shared/language.ts';
import { formatDate, formatDateTime, isolateLtr } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { type Audience, isMailKind, mailKind, type NamedDeadline } from './mail-kinds.ts';

export interface Deadline {
  readonly clock: ClockKind;
  /** ISO instant. */
  readonly dueAt: string;
  /** Whether the hour matters. */
  readonly inHours: boolean;
  readonly ruleText: LocalisedText;
}

/** What a mail is about. Nothing of it names a person. */
export interface Occasion {
  readonly kind: string;
  readonly language: Language;
  readonly reference: string;
  readonly state: CaseState;
  readonly category: string;
  readonly operatorName: string;
  readonly regulatorName: LocalisedText;
  readonly regulatorEmail: string;
  readonly event: RecordedEvent | null;
  readonly deadlines: Partial<Record<ClockKind, Deadline>>;
  /** An operator filed: it follows the case by its account, without a code. */
  readonly filedByOperator: boolean;
  readonly timeZone: string;
  /** Origin of the portal. */
  readonly publicUrl: string;
  /** Where the complainant stops such messages; null in mails to others. */
  readonly stopUrl: string | null;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  /** For mail programs that offer to unsubscribe (RFC 8058). */
  readonly stopUrl?: string;
}

/** A mail's texts with everything that they may name; unused values do no harm. */
interface Voice {
  readonly occasion: Occasion;
  readonly t: TFunction;
  readonly values: Readonly<Record<string, string>>;
}

/** Latin names and numbers inside Arabic keep their own direction. */
function inText(text: string, language: Language): string {
  return language === 'ar' ? isolateLtr(text) : text;
}

function dayOf(instant: string, { language, timeZone }: Occasion): string {
  return formatDate(instant, language, timeZone, 'long');
}

function dueText({ dueAt, inHours }: Pick<Deadline, 'dueAt' | 'inHours'>, occasion: Occasion): string {
  const { language, timeZone } = occasion;
  return inHours ? formatDateTime(dueAt, language, timeZone, 'long') : dayOf(dueAt, occasion);
}

/** The clock on whose account an event was recorded. */
function clockOf(event: RecordedEvent | null) {
  return event !== null && 'dueAt' in event.payload ? event.payload : null;
}

function outcomeText(event: RecordedEvent | null, domain: TFunction): string {
  if (event?.type === 'answered') return domain(`operatorOutcome.${event.payload.outcome}`);
  if (event?.type === 'interim-decided') return domain(`interimDecision.${event.payload.decision}`);
  return event?.type === 'decided' ? domain(`regulatorOutcome.${event.payload.outcome}`) : '';
}

function reasonText(event: RecordedEvent | null, domain: TFunction): string {
  if (event?.type === 'declared-inadmissible') return domain(`inadmissibilityReason.${event.payload.reason}`);
  return event?.type === 'closed' ? domain(`closingReason.${event.payload.reason}`) : '';
}

function voiceOf(occasion: Occasion): Voice {
  const { language, event } = occasion;
  const domain = translator(language, 'domain');
  const clock = clockOf(event);
  const inHours = clock === null ? false : (occasion.deadlines[clock.clock as ClockKind]?.inHours ?? false);
  const values = {
    operator: inText(occasion.operatorName, language),
    on: event === null ? '' : dayOf(event.at, occasion),
    clock: clock === null ? '' : domain(`clock.${clock.clock}`),
    date: clock === null ? '' : dueText({ dueAt: clock.dueAt, inHours }, occasion),
    outcome: outcomeText(event, domain),
    reason: reasonText(event, domain),
    email: inText(occasion.regulatorEmail, language),
  };
  return { occasion, t: translator(language, 'mail'), values };
}

function deadlineLines(named: readonly NamedDeadline[], { occasion, t, values }: Voice): readonly string[] {
  const { language, deadlines } = occasion;
  return named.flatMap(({ clock, text }) => {
    const deadline = deadlines[clock];
    if (deadline === undefined) return [];
    const date = dueText(deadline, occasion);
    return [t(`deadline.${text}`, { ...values, date }), t('why', { rule: deadline.ruleText[language] })];
  });
}

function ruleLines({ occasion, t }: Voice): readonly string[] {
  const clock = clockOf(occasion.event);
  const rule = clock === null ? undefined : occasion.deadlines[clock.clock as ClockKind]?.ruleText;
  return rule === undefined ? [] : [t('rule', { rule: rule[occasion.language] })];
}

function factLines({ occasion, t, values }: Voice, code: string | undefined): readonly string[] {
  const { language, reference, category, state } = occasion;
  const fact = (key: string, value: string) =>
    `${t(`line.${key}`)}${language === 'fr' ? ' :' : ':'} ${value}`;
  return [
    fact('reference', inText(reference, language)),
    ...(code === undefined ? [] : [fact('code', inText(code, language))]),
    fact('about', translator(language, 'taxonomy')(`category.${category}.label`)),
    fact('operator', values.operator ?? ''),
    fact('state', translator(language, 'domain')(`state.${state}`)),
  ];
}

function addressOf(audience: Audience, occasion: Occasion): string {
  const { publicUrl, reference, language, filedByOperator } = occasion;
  if (audience === 'complainant' && filedByOperator) return `${publicUrl}/operator/disputes/${reference}`;
  if (audience === 'complainant') return `${publicUrl}/track?lng=${language}`;
  return `${publicUrl}/${audience}/cases/${reference}`;
}

/**
 * The text of a mail in its reader's language: what happened, by when what is to be done and why, what to do next,
 * and where. It names no person and repeats nothing that a person wrote, because mail travels in the open.
 * @param code what stands where the receipt's code goes
 * @throws RangeError for a kind that the table doesn't have
 */
export function composeMail(occasion: Occasion, code: string): Mail {
  const { kind, language, reference, stopUrl } = occasion;
  if (!isMailKind(kind)) throw new RangeError(`no mail is called ${kind}`);
  const [audience] = kind.split('.') as [Audience];
  const { deadlines = [], quotesRule, showsCode } = mailKind(kind);
  const voice = voiceOf(occasion);
  const { t, values } = voice;
  const paragraphs = [
    [t('greeting')],
    [t(`${kind}.happened`, values)],
    quotesRule ? ruleLines(voice) : [],
    deadlineLines(deadlines, voice),
    [t(`${kind}.next`, values)],
    factLines(voice, showsCode ? code : undefined),
    [t(`link.${occasion.filedByOperator ? 'operator' : audience}`), addressOf(audience, occasion)],
    stopUrl === null ? [] : [t('stop'), stopUrl],
    [occasion.regulatorName[language], t('reach', values), t('automatic')],
  ];
  return {
    subject: `${inText(reference, language)} ${t(`${kind}.subject`, values)}`,
    text: `${paragraphs
      .filter(lines => lines.length > 0)
      .map(lines => lines.join('\n'))
      .join('\n\n')}\n`,
    ...(stopUrl !== null && { stopUrl }),
  };
}
