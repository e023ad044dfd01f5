import { z } from 'zod';
import { answerSchema } from '#app/domain/case/answer.ts';

/** Issues that a complaint can name. */
const MAX_ISSUES = 12;

/** Nothing to say besides. */
export const Acknowledge = z.strictObject({});

/**
 * The shape of an answer for a document: which issues there are, and which evidence, is each case's own matter, so an
 * answer itself is read by `readAnswer`.
 */
export const AnswerIssues = answerSchema({
  issues: Array.from({ length: MAX_ISSUES }, (_, index) => String(index)),
  currency: 'EUR',
  evidenceIds: [],
  timeZone: 'UTC',
  now: '2026-01-01T00:00:00.000Z',
});
