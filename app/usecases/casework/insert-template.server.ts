import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { fillTemplate, type TemplateValues } from '#app/domain/case/answer-template.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { decimalText } from '#app/domain/shared/money.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { activeProfile } from '../profile.server.ts';
import type { DraftFields } from './answer-drafts.server.ts';
import { listTemplates } from './templates.server.ts';

interface Insertion {
  readonly actor: Actor;
  readonly found: SeenCase;
  readonly templateId: string;
  /** The form as it stands: flat names. */
  readonly fields: DraftFields;
  /** What the category is called, in the language of the case. */
  readonly categoryLabel: string;
}

/** What a case puts in the place of a template's variables. */
function valuesOf({ actor, found, categoryLabel }: Insertion): TemplateValues {
  const { summary, seen } = found;
  const { amount, filedAt, commune, reference, operator } = summary;
  return {
    reference,
    name: seen.identity?.name ?? null,
    line: seen.identity?.lineNumber ?? null,
    operator: operator.name,
    category: categoryLabel,
    amount: amount === null ? null : `${decimalText(amount)} ${amount.currency}`,
    filedOn: localDateOf(filedAt, activeProfile().timeZone).split('-').reverse().join('.'),
    place: commune,
    agent: actor.name,
  };
}

const isBlank = (value: DraftFields[string] | undefined) => typeof value !== 'string' || value.trim() === '';

/**
 * The form with a template's texts in it: the message and the cause and action of every issue where nothing stands
 * yet. A variable that the case can't fill stays as it is.
 * @throws AppError `not-found` for a template that isn't the operator's
 */
export async function insertTemplate(insertion: Insertion): Promise<DraftFields> {
  const { actor, fields, templateId } = insertion;
  const template = (await listTemplates(actor)).find(({ id }) => id === templateId);
  if (template === undefined) throw new AppError('not-found');
  const values = valuesOf(insertion);
  const filled: Record<string, string | readonly string[]> = { ...fields };
  const put = (name: string, text: string | null) => {
    if (text !== null && isBlank(filled[name])) filled[name] = fillTemplate(text, values);
  };
  put('message', template.message);
  for (const name of Object.keys(fields)) {
    const index = /^items\.(\d{1,2})\.issue$/.exec(name)?.[1];
    if (index === undefined) continue;
    put(`items.${index}.cause`, template.cause);
    put(`items.${index}.action`, template.action);
  }
  return filled;
}
