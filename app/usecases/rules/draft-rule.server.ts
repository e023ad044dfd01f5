import type { Actor } from '#app/domain/case/states.ts';
import type { AppliesTo } from '#app/domain/deadline/activation.ts';
import { lineForScope, lineOf, type RuleDefinition } from '#app/domain/rules/rule-definition.ts';
import { sameScope } from '#app/domain/rules/rule-periods.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { shippedProfile } from '../profile.server.ts';
import { publishedRules, requireAdministrator } from './version-store.server.ts';

interface RuleDraft {
  readonly actor: Actor;
  readonly definition: RuleDefinition;
  /** Why the rule is changed. */
  readonly reason: string;
  readonly appliesTo: AppliesTo;
  /** ISO instant. */
  readonly now: string;
}

/** The next number of a deadline's versions, counting the shipped ones. */
async function nextNumber(tx: Tx, line: string): Promise<number> {
  const drafted = await tx.ruleVersion.aggregate({ where: { line }, _max: { number: true } });
  const shipped = shippedProfile()
    .rules.filter(rule => lineOf(rule.id) === line)
    .map(rule => Number(rule.id.slice(line.length + 1)));
  return Math.max(0, drafted._max.number ?? 0, ...shipped) + 1;
}

/** The deadline that these conditions belong to; a new one gets a name from them. */
async function lineFor(tx: Tx, { clock, scope }: RuleDefinition): Promise<string> {
  const rules = await publishedRules(tx);
  const same = rules.find(rule => rule.clock === clock && sameScope(rule.scope, scope));
  return same === undefined ? lineForScope(shippedProfile().id, clock, scope) : lineOf(same.id);
}

/**
 * Begins a version of a rule: of the one with the same conditions, or of a new one. The versions of one deadline always
 * have the same conditions.
 * @returns the draft's id
 * @throws AppError `forbidden`, or `invalid-input` when a version of `line` would change that line's conditions
 */
export async function draftRule(draft: RuleDraft & { readonly line?: string }): Promise<string> {
  const { actor, definition, reason, appliesTo, now } = draft;
  const author = requireAdministrator(actor);
  return withActor(actor, async tx => {
    const line = await lineFor(tx, definition);
    if (draft.line !== undefined && draft.line !== line) {
      throw new AppError('invalid-input', { fields: { scope: { code: 'other-conditions' } } });
    }
    const number = await nextNumber(tx, line);
    const id = `${line}-${number}`;
    await tx.ruleVersion.create({
      data: {
        ...{ id, line, number, profile: shippedProfile().id, state: 'draft', definition, reason, appliesTo },
        createdAt: now,
        createdBy: author.id,
        createdByName: author.name,
      },
    });
    return id;
  });
}

/** Writes a draft anew. @throws AppError `forbidden`, `not-found` when it is no draft (any more), `invalid-input` */
export async function changeRuleDraft(
  draft: Omit<RuleDraft, 'now'> & { readonly id: string },
): Promise<void> {
  const { actor, id, definition, reason, appliesTo } = draft;
  requireAdministrator(actor);
  await withActor(actor, async tx => {
    const line = await lineFor(tx, definition);
    if (lineOf(id) !== line)
      throw new AppError('invalid-input', { fields: { scope: { code: 'other-conditions' } } });
    const { count } = await tx.ruleVersion.updateMany({
      where: { id, state: 'draft' },
      data: { definition, reason, appliesTo },
    });
    if (count === 0) throw new AppError('not-found');
  });
}
