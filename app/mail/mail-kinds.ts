import type { Command, Effect } from '#app/domain/case/lifecycle.ts';
import type { ClockKind } from '#app/domain/deadline/rule.ts';

export const AUDIENCES = ['complainant', 'operator', 'regulator'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The audience of each effect that sends a mail. */
export const AUDIENCE_OF_EFFECT = {
  'mail-complainant': 'complainant',
  'mail-operator': 'operator',
  'mail-regulator': 'regulator',
  'mail-receipt': 'complainant',
  'serve-operator': 'operator',
} as const satisfies Record<Effect, Audience>;

/** A deadline that a mail names: the clock, and the sentence (catalogue `mail`, `deadline.<key>`). */
export interface NamedDeadline {
  readonly clock: ClockKind;
  readonly text:
    | 'operatorAnswers'
    | 'operatorAnswersAtLatest'
    | 'operatorRemedies'
    | 'youAcknowledge'
    | 'youAnswer'
    | 'youInform'
    | 'youJudge'
    | 'youRemedy';
}

interface MailKind {
  readonly deadlines?: readonly NamedDeadline[];
  /** Quotes the rule of the clock that the event names. */
  readonly quotesRule?: true;
  readonly showsCode?: true;
}

/**
 * Every mail that the life of a case can lead to: `<audience>.<command>`. Subject, what happened and what to do next
 * are in the catalogue `mail` under the same name.
 */
export const MAIL_KINDS = {
  'complainant.file': { showsCode: true },
  'complainant.serve': { deadlines: [{ clock: 'respond', text: 'operatorAnswers' }] },
  'complainant.request-information': { deadlines: [{ clock: 'respond', text: 'operatorAnswersAtLatest' }] },
  'complainant.return-for-information': {},
  'complainant.request-extension': { deadlines: [{ clock: 'respond', text: 'operatorAnswers' }] },
  'complainant.reroute': {},
  'complainant.answer': { deadlines: [{ clock: 'confirm', text: 'youJudge' }] },
  'complainant.answer-interim': { deadlines: [{ clock: 'respond', text: 'operatorAnswersAtLatest' }] },
  'complainant.keep-promise': {},
  'complainant.lapse-confirmation': { quotesRule: true },
  'complainant.declare-inadmissible': {},
  'complainant.take-under-review': {},
  'complainant.escalate': { quotesRule: true },
  'complainant.deem-upheld': {
    deadlines: [{ clock: 'remedy', text: 'operatorRemedies' }],
    quotesRule: true,
  },
  'complainant.decide': { deadlines: [{ clock: 'remedy', text: 'operatorRemedies' }] },
  'complainant.decide-interim': {},
  'complainant.report-remedy': {},
  'complainant.close': {},
  'complainant.write-to-complainant': {},
  'complainant.quarantine-evidence': {},
  'complainant.approve-public-text': {},
  'complainant.refuse-public-text': {},
  'complainant.close-support': {},
  'complainant.remind': { deadlines: [{ clock: 'confirm', text: 'youJudge' }] },
  'operator.serve': {
    deadlines: [
      { clock: 'inform', text: 'youInform' },
      { clock: 'acknowledge', text: 'youAcknowledge' },
      { clock: 'respond', text: 'youAnswer' },
    ],
  },
  'operator.provide-information': { deadlines: [{ clock: 'respond', text: 'youAnswer' }] },
  'operator.accept': {},
  'operator.dispute': {},
  'operator.withdraw': {},
  'operator.declare-inadmissible': {},
  'operator.take-under-review': {},
  'operator.escalate': { quotesRule: true },
  'operator.deem-upheld': { deadlines: [{ clock: 'remedy', text: 'youRemedy' }], quotesRule: true },
  'operator.decide': { deadlines: [{ clock: 'remedy', text: 'youRemedy' }] },
  'operator.quarantine-evidence': {},
  'operator.decide-interim': {},
  'operator.send-message': {},
  'operator.record-breach': { quotesRule: true },
  'operator.remind': { quotesRule: true },
  'operator.resume-clock': { deadlines: [{ clock: 'respond', text: 'youAnswer' }] },
  'regulator.misdirect': {},
  'regulator.dispute': {},
  'regulator.quarantine-evidence': {},
  'regulator.propose-public-text': {},
  'regulator.record-breach': { quotesRule: true },
} as const satisfies Partial<Record<`${Audience}.${Command}`, MailKind>>;

export type MailKindName = keyof typeof MAIL_KINDS;

export function isMailKind(kind: string): kind is MailKindName {
  return kind in MAIL_KINDS;
}

/** The table's line of a kind, with its literal types widened. */
export function mailKind(kind: MailKindName): MailKind {
  return MAIL_KINDS[kind];
}
