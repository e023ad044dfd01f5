import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import type { LocalisedText } from '#app/domain/shared/language.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { assignCases } from '#app/usecases/desk/assign-cases.server.ts';
import { saveView } from '#app/usecases/desk/change-views.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Staff } from './staff.ts';

const URGENT: LocalisedText = {
  ar: 'المستعجلة هذا الأسبوع',
  de: 'Dringend diese Woche',
  en: 'Urgent this week',
  fr: 'Urgentes cette semaine',
};

/** Every second waiting case is somebody's, in turn; the others show what nobody has taken yet. */
async function assignSome(operatorId: string, liaisons: readonly Actor[], now: string): Promise<void> {
  const waiting = await withActor(SYSTEM, tx =>
    tx.deskCase.findMany({
      where: { operatorId, waiting: true },
      orderBy: [{ dueAt: 'asc' }, { caseId: 'asc' }],
    }),
  );
  const [first] = liaisons;
  if (first === undefined || waiting.some(({ assignee }) => assignee !== null)) return;
  for (const [index, { id: assignee }] of liaisons.entries()) {
    const own = waiting.filter((_, place) => place % (2 * liaisons.length) === 2 * index);
    await assignCases({ actor: first, caseIds: own.map(({ caseId }) => caseId), assignee, now });
  }
}

async function shareView(operatorId: string, actor: Actor, now: string): Promise<void> {
  if (actor.id === null) return;
  const known = await withActor(actor, tx => tx.deskView.count({ where: { operatorId } }));
  if (known > 0) return;
  const name = URGENT[activeProfile().defaultLanguage];
  const view = { name, query: 'show=week&urgent=1', shared: 'on' };
  await saveView({ actor: { ...actor, id: actor.id }, now }, view);
}

/** Desks as people have them: cases that are somebody's, and a view that everybody uses. Repeating it adds nothing. */
export async function prepareDesks({ liaisons }: Staff, now: string): Promise<void> {
  for (const [operatorId, people] of liaisons) {
    await assignSome(operatorId, people, now);
    const [first] = people;
    if (first !== undefined) await shareView(operatorId, first, now);
  }
}
