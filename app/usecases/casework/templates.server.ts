import { randomUUID } from 'node:crypto';
import { TEMPLATE_PARTS, type TemplatePart, unknownVariables } from '#app/domain/case/answer-template.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type FieldError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { knownId } from '../service/known-id.ts';
import { deskOf } from './desk-of.ts';

type TemplateTexts = Readonly<Record<TemplatePart, string | null>>;

export interface NewTemplate extends TemplateTexts {
  readonly name: string;
  /** Null for every category. */
  readonly category: string | null;
  readonly language: Language;
}

export interface Template extends Omit<NewTemplate, 'language'> {
  readonly id: string;
  readonly language: string;
}

function check(template: NewTemplate): void {
  const fields: Record<string, FieldError> = {};
  for (const part of TEMPLATE_PARTS) {
    const [variable] = unknownVariables(template[part] ?? '');
    if (variable !== undefined) fields[part] = { code: 'unknown-variable', params: { variable } };
  }
  if (TEMPLATE_PARTS.every(part => template[part] === null)) fields.message = { code: 'required' };
  if (Object.keys(fields).length > 0) throw new AppError('invalid-input', { fields });
}

interface Saving {
  readonly actor: Actor;
  readonly template: NewTemplate;
  /** Which one is changed; a new one without. */
  readonly id?: string | undefined;
  readonly now: string;
}

/**
 * Keeps a template of the operator.
 * @throws AppError `invalid-input` for an unknown variable or a template without a text; `not-found`
 */
export async function saveTemplate({ actor, template, id, now }: Saving): Promise<void> {
  check(template);
  const { operatorId, userName } = deskOf(actor);
  const data = { ...template, updatedBy: userName, updatedAt: new Date(now) };
  await withActor(actor, async tx => {
    if (id === undefined) {
      await tx.answerTemplate.create({ data: { id: randomUUID(), operatorId, ...data } });
      return;
    }
    const { count } = await tx.answerTemplate.updateMany({ where: { id: knownId(id), operatorId }, data });
    if (count === 0) throw new AppError('not-found');
  });
}

/** Removes a template of the operator, and nothing of another. @throws AppError `not-found` for what can be no id */
export async function deleteTemplate(actor: Actor, id: string): Promise<void> {
  const { operatorId } = deskOf(actor);
  await withActor(actor, tx => tx.answerTemplate.deleteMany({ where: { id: knownId(id), operatorId } }));
}

/** The operator's templates by name; those that fit a case first narrowed to its category, its language first. */
export async function listTemplates(
  actor: Actor,
  fitting?: { readonly category: string; readonly language: string },
): Promise<readonly Template[]> {
  const { operatorId } = deskOf(actor);
  const rows = await withActor(actor, tx =>
    tx.answerTemplate.findMany({
      where: {
        operatorId,
        ...(fitting && { OR: [{ category: null }, { category: fitting.category }] }),
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  );
  const mine = rows.filter(({ language }) => language === fitting?.language);
  const ordered = [...mine, ...rows.filter(row => !mine.includes(row))];
  return ordered.map(({ id, name, category, language, cause, action, message }) => ({
    ...{ id, name, category, language, cause, action, message },
  }));
}
