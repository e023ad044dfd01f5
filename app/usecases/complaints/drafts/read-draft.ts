import type { Admissibility } from '#app/domain/routing/admissibility.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import type { FilingContext } from '../complaint.schema.ts';
import {
  type AdmissibilityFacts,
  admissibilityOf,
  type Complaint,
  readStep,
} from '../read-complaint.schema.ts';
import { complaintOf, type DraftAnswers, FILING_STEPS } from './filing-steps.ts';

/** A draft as it stands today: what is acceptable, normalised, and what no longer is. */
export interface DraftReading {
  readonly values: Partial<Complaint>;
  readonly errors: FieldErrors;
}

/** Reads a draft's answers again: days pass, and rules and registers change, while it waits. */
export function readDraft(answers: DraftAnswers, context: FilingContext): DraftReading {
  const raw = complaintOf(answers);
  let values: Partial<Complaint> = {};
  let errors: FieldErrors = {};
  for (const step of FILING_STEPS) {
    const posted = answers[step];
    if (posted === undefined || step === 'evidence') continue;
    const reading = readStep(step, posted, raw, context);
    if (reading.ok) values = { ...values, ...reading.value };
    else errors = { ...errors, ...reading.fields };
  }
  return { values, errors };
}

function hasWhatTheRuleNeeds(values: Partial<Complaint>): values is Partial<Complaint> & AdmissibilityFacts {
  const { attempts, startedAt, track, category, vulnerability } = values;
  return [attempts, startedAt, track, category, vulnerability].every(value => value !== undefined);
}

/** Whether the regulator would take the draft today; null before its facts and attempts are stated. */
export function admissibilityOfDraft(answers: DraftAnswers, context: FilingContext): Admissibility | null {
  const { values } = readDraft(answers, context);
  return hasWhatTheRuleNeeds(values) ? admissibilityOf(values, context) : null;
}
