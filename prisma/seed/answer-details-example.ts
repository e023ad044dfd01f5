import { type AnswerDetails, detailsOf, isDetailAsked } from '#app/domain/case/answer-details.ts';
import type { OperatorOutcome } from '#app/domain/case/outcomes.ts';
import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { localLater } from './local-time.ts';
import type { Random } from './random.ts';

interface DetailExample {
  readonly issue: string;
  readonly outcome: OperatorOutcome;
  /** Day of the repair, payment or other action. */
  readonly on: PlainDate;
  readonly random: Random;
}

/** What an answer's category asks in fields of its own, invented. */
export function detailsExample({ issue, outcome, on, random }: DetailExample): AnswerDetails {
  const began = `${addDays(on, -random.integer(3, 6))}T${String(random.integer(10, 18))}:20`;
  const acted = `${on}T0${random.integer(7, 9)}:40`;
  const values: AnswerDetails = {
    faultStart: began,
    faultEnd: localLater(began, random.integer(45, 900)),
    extent: random.pick(['this-line', 'site', 'area']),
    transaction: `AV-${random.integer(100_000, 999_999)}`,
    creditedAt: acted,
    requestCode: `P-${random.integer(10_000, 99_999)}`,
    portedAt: acted,
    measured: `${random.integer(4, 60)} Mbit/s`,
    measuredAt: began,
    informedBy: random.pick(['sms', 'website', 'app']),
    informedAt: localLater(began, 30),
    contactedAt: began,
    contactedBy: random.pick(['S. A.', 'K. B.', 'M. T.']),
    securedAt: began,
  };
  const asked = detailsOf(issue).filter(detail => isDetailAsked(detail, outcome));
  return Object.fromEntries(asked.map(({ key }) => [key, values[key] ?? '']));
}
