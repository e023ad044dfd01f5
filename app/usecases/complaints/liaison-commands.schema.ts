import { z } from 'zod';
import { optional, paragraphs } from './complaint.schema.ts';

/** Characters of what a liaison writes to explain a command. */
export const EXPLANATION = { min: 20, max: 4_000 };

const explanation = paragraphs(EXPLANATION.max, EXPLANATION.min);

export const RequestInformation = z.object({ question: explanation });
export const RequestExtension = z.object({ reason: explanation });
export const Misdirect = z.object({
  reason: explanation,
  suggestedOperatorId: optional(z.string().max(100)),
});
export const ReportRemedy = z.object({ report: explanation });
export const WriteToComplainant = z.object({ body: paragraphs(EXPLANATION.max) });
