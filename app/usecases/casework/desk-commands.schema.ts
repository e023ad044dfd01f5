import { z } from 'zod';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { isPlainDate } from '#app/domain/shared/plain-date.ts';
import { isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { listOf, optional, paragraphs } from '../complaints/complaint.schema.ts';
import { EXPLANATION } from '../complaints/liaison-commands.schema.ts';

/** What the operator is doing, and the day by which the complainant hears more. */
export const AnswerInterim = z.object({
  doing: paragraphs(EXPLANATION.max, EXPLANATION.min),
  until: z.string('required').refine(isPlainDate, 'not-a-date'),
});

export const KeepPromise = z.object({
  issues: listOf(z.string(), { max: 20 }),
  report: paragraphs(EXPLANATION.max, EXPLANATION.min),
});

export const DeskNote = z.object({ body: paragraphs(EXPLANATION.max) });

/** Null where a template leaves a text out. */
const text = optional(paragraphs(EXPLANATION.max)).transform(given => given ?? null);

/** A template as its form sends it. */
export const TemplateForm = z.object({
  name: paragraphs(100),
  category: optional(z.string().refine(isCategory, 'not-an-option')).transform(given => given ?? null),
  language: z.enum(LANGUAGES, 'not-an-option'),
  cause: text,
  action: text,
  message: text,
});
