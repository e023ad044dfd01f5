import { z } from 'zod';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { flag, line, oneOf, paragraphs } from '../complaints/complaint.schema.ts';

export const PUBLIC_TITLE_LENGTH = { min: 10, max: 140 };
export const PUBLIC_TEXT_LENGTH = { min: 80, max: 5000 };

const text = {
  title: line(PUBLIC_TITLE_LENGTH.max, PUBLIC_TITLE_LENGTH.min),
  body: paragraphs(PUBLIC_TEXT_LENGTH.max, PUBLIC_TEXT_LENGTH.min),
};

/** What a spokesperson proposes for everybody to read. */
export const ProposePublicText = z.object({ ...text, language: oneOf(LANGUAGES) });
export type ProposedText = z.output<typeof ProposePublicText>;

/** What the officer lets everybody read, and that she looked for personal data in it. */
export const ApprovePublicText = z.object({
  ...text,
  noPersonalData: flag.refine(ticked => ticked, 'required'),
});

export const RefusePublicText = z.object({ reason: paragraphs(2000, 10) });
