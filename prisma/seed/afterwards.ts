import { SYSTEM } from '#app/domain/case/states.ts';
import { addDays, localDateOf } from '#app/domain/shared/plain-date.ts';
import { derivedUuid } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { demonstrationCaseId } from '#app/usecases/demonstration/demonstration-receipt.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { localTime } from './local-time.ts';
import { type Random, randomFrom } from './random.ts';

/** How people mark what ended well for them, and what didn't. */
const CONTENT = [
  [3, 2],
  [4, 5],
  [5, 4],
] as const;
const DISCONTENT = [
  [1, 4],
  [2, 4],
  [3, 3],
  [4, 1],
] as const;

function marks(random: Random, outcome: string | null) {
  const operator = random.weighted(outcome === 'confirmed' ? CONTENT : DISCONTENT);
  return { ease: random.weighted(CONTENT), information: random.weighted(CONTENT), operator };
}

/** Two thirds of the people whose case is over say within days how it was. */
export function inventRatings(now: string): Promise<void> {
  const { timeZone, id: profile } = activeProfile();
  return withActor(SYSTEM, async tx => {
    const over = await tx.case.findMany({
      where: { closedAt: { not: null }, source: 'web', track: { not: 'wholesale' } },
      select: { id: true, reference: true, closedAt: true, complainantOutcome: true },
      orderBy: { id: 'asc' },
    });
    const data = over.flatMap(({ id, reference, closedAt, complainantOutcome }) => {
      const random = randomFrom(`rating/${profile}/${reference}`);
      if (closedAt === null || !random.chance(0.66)) return [];
      const day = addDays(localDateOf(closedAt.toISOString(), timeZone), random.integer(1, 5));
      const ratedAt = localTime(day, `${random.integer(10, 21)}:20`);
      return ratedAt < now ? [{ caseId: id, ...marks(random, complainantOutcome), ratedAt }] : [];
    });
    await tx.experienceRating.createMany({ data, skipDuplicates: true });
  });
}

/** The operator's answer reaches who waits for it by SMS, too: the outbox page shows it. */
export function queueSmsOfAnswer(key: string): Promise<void> {
  const caseId = demonstrationCaseId(key);
  return withActor(SYSTEM, async tx => {
    const answered = await tx.caseEvent.findFirst({
      where: { caseId, type: 'answered' },
      orderBy: { seq: 'desc' },
    });
    const contact = await tx.complainantContact.findUnique({ where: { caseId } });
    if (answered === null || contact?.phone == null) return;
    const { language } = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: { language: true },
    });
    const id = derivedUuid(`${caseId}/sms/${answered.seq}`);
    const about = {
      id,
      caseId,
      eventSeq: answered.seq,
      dedupeKey: `${caseId}/${answered.seq}/complainant/sms`,
    };
    const { count } = await tx.mailOutbox.createMany({
      data: {
        ...about,
        ...{ kind: 'complainant.answer', channel: 'sms', recipient: contact.phone, language },
        ...{ subject: '', text: '', state: 'queued', createdAt: answered.at },
      },
      skipDuplicates: true,
    });
    if (count > 0) await enqueue(tx, [{ name: 'send-sms', data: { messageId: id } }]);
  });
}
