import type { Actor } from '#app/domain/case/states.ts';
import type { AppliesTo } from '#app/domain/deadline/activation.ts';
import { CLOCK_KINDS, type DeadlineRule } from '#app/domain/deadline/rule.ts';
import { lineOf, RULE_DEFINITION } from '#app/domain/rules/rule-definition.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { RuleVersion } from '#app/platform/db/generated/client.ts';
import { shippedProfile } from '../../profile.server.ts';
import { appliesToOf } from '../version-store.server.ts';
import { type VersionFacts, versionFacts } from './version-facts.ts';

/** How a version stands: `replaced` by a newer one, `ended` on its last day, the rest as they say. */
type RuleStanding = 'draft' | 'scheduled' | 'in-force' | 'replaced' | 'ended' | 'withdrawn';

export interface SeenRuleVersion {
  readonly rule: DeadlineRule;
  readonly line: string;
  readonly standing: RuleStanding;
  readonly appliesTo: AppliesTo | null;
  /** Null for a version that came with the software. */
  readonly facts: VersionFacts | null;
}

/** One deadline with its versions, the newest first. */
export interface SeenRuleLine {
  readonly line: string;
  readonly versions: readonly SeenRuleVersion[];
}

function ruleOfDraft(row: RuleVersion, today: PlainDate, timeZone: string): DeadlineRule {
  const validFrom = row.activatesAt === null ? today : localDateOf(row.activatesAt.toISOString(), timeZone);
  return { ...RULE_DEFINITION.parse(row.definition), id: row.id, validFrom };
}

interface Moment {
  readonly now: string;
  readonly today: PlainDate;
}

function standingOf(row: RuleVersion, rule: DeadlineRule, { now, today }: Moment): RuleStanding {
  if (row.state !== 'published') return row.state === 'draft' ? 'draft' : 'withdrawn';
  if ((row.activatesAt?.toISOString() ?? '') > now) return 'scheduled';
  return rule.validTo !== undefined && rule.validTo < today ? 'ended' : 'in-force';
}

/** Of several that would be in force, the newest is; the others are replaced by it. */
function withReplaced(versions: readonly SeenRuleVersion[]): readonly SeenRuleVersion[] {
  const current = versions.find(({ standing }) => standing === 'in-force');
  return versions.map(version =>
    version.standing === 'in-force' && version !== current ? { ...version, standing: 'replaced' } : version,
  );
}

async function allVersions(tx: Tx, now: string): Promise<readonly SeenRuleVersion[]> {
  const { id: profile, timeZone, rules } = shippedProfile();
  const moment = { now, today: localDateOf(now, timeZone) };
  const rows = await tx.ruleVersion.findMany({
    where: { profile },
    orderBy: [{ activatesAt: { sort: 'desc', nulls: 'first' } }, { number: 'desc' }],
  });
  const own = rows.map(row => {
    const rule = ruleOfDraft(row, moment.today, timeZone);
    const standing = standingOf(row, rule, moment);
    return {
      rule,
      line: row.line,
      standing,
      appliesTo: appliesToOf(row.appliesTo),
      facts: versionFacts(row),
    };
  });
  const shipped = rules.map(rule => {
    const standing = rule.validTo !== undefined && rule.validTo < moment.today ? 'ended' : 'in-force';
    return { rule, line: lineOf(rule.id), standing, appliesTo: null, facts: null } as const;
  });
  return [...own, ...shipped.toReversed()];
}

/** Every deadline with all its versions, in the order of the clocks. */
export function readRules(actor: Actor, now: string): Promise<readonly SeenRuleLine[]> {
  return withActor(actor, async tx => {
    const byLine = Map.groupBy(await allVersions(tx, now), ({ line }) => line);
    const lines = [...byLine].map(([line, versions]) => ({ line, versions: withReplaced(versions) }));
    const place = ({ versions }: SeenRuleLine) => CLOCK_KINDS.indexOf(versions[0]?.rule.clock ?? 'respond');
    return lines.sort((a, b) => place(a) - place(b) || a.line.localeCompare(b.line));
  });
}

/** One version of a rule. @throws AppError `not-found` */
export async function readRuleVersion(actor: Actor, id: string, now: string): Promise<SeenRuleVersion> {
  const lines = await readRules(actor, now);
  const found = lines.flatMap(({ versions }) => versions).find(({ rule }) => rule.id === id);
  if (found === undefined) throw new AppError('not-found');
  return found;
}
