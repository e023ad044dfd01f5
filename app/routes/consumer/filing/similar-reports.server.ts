import { countSimilarReports } from '#app/usecases/complaints/queries/similar-reports.server.ts';
import type { OpenedStep } from './steps.server.ts';

/** How many others reported the same lately; null when few, or before the draft says what and where. */
export async function similarTo({ draft, now }: OpenedStep): Promise<number | null> {
  const { operatorId, service } = draft.answers.service ?? {};
  const region = draft.answers.when?.region;
  if (typeof operatorId !== 'string' || typeof service !== 'string' || typeof region !== 'string')
    return null;
  return countSimilarReports({ operatorId, service, region, now });
}
