/** What routing needs of an operator: an entry of a profile's register or a row of the database's. */
export interface RoutableOperator {
  readonly id: string;
  readonly services: readonly string[];
  readonly deskEmail?: string | null;
  readonly hidden?: boolean;
  readonly active?: boolean;
}

export interface RoutingQuestion {
  readonly operatorId: string;
  readonly service: string;
  readonly category: string;
  readonly track: string;
}

export type Routing =
  | {
      readonly ok: true;
      readonly operatorId: string;
      /** `portal`: the operator has no address and finds its cases in its queue. */
      readonly channel: 'mail' | 'portal';
      /** The desk's address, or the operator's id for the portal. */
      readonly recipient: string;
    }
  | {
      readonly ok: false;
      readonly reason: 'unknown-operator' | 'operator-not-served' | 'service-not-offered';
    };

/**
 * On which desk a case is served. Entries that exist for imported reports and operators that left the market
 * are not served; a dispute between operators needs no retail service of the respondent.
 */
export function routeToDesk(operators: readonly RoutableOperator[], question: RoutingQuestion): Routing {
  const operator = operators.find(candidate => candidate.id === question.operatorId);
  if (!operator) return { ok: false, reason: 'unknown-operator' };
  if (operator.hidden || operator.active === false) return { ok: false, reason: 'operator-not-served' };
  const isBetweenOperators = question.track === 'wholesale' || question.category === 'interconnection';
  if (!isBetweenOperators && !operator.services.includes(question.service)) {
    return { ok: false, reason: 'service-not-offered' };
  }
  const desk = operator.deskEmail?.trim();
  return desk
    ? { ok: true, operatorId: operator.id, channel: 'mail', recipient: desk }
    : { ok: true, operatorId: operator.id, channel: 'portal', recipient: operator.id };
}
