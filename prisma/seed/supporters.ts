import { SYSTEM } from '#app/domain/case/states.ts';
import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { derivedUuid, keyedDigest, sealText } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { localTime } from './local-time.ts';

/** How many joined on each day after the page became public: a rush, then fewer and fewer. */
const JOINED_BY_DAY = [64, 81, 52, 37, 29, 18, 22, 11, 9, 6, 8, 4, 3, 5, 2] as const;

interface Invented {
  readonly day: PlainDate;
  readonly id: string;
  readonly address: string;
  readonly lossMinor: number | null;
  readonly at: string;
}

function invented(caseId: string, firstDay: PlainDate): readonly Invented[] {
  return JOINED_BY_DAY.flatMap((count, after) =>
    Array.from({ length: count }, (_, number) => {
      const day = addDays(firstDay, after);
      const minute = String(number % 60).padStart(2, '0');
      return {
        day,
        id: derivedUuid(`${caseId}/supporter/${after}/${number}`),
        address: `abonne-${after}-${number}@courriel.example`,
        // Every third states a loss: calls made elsewhere, in whole dirhams.
        lossMinor: number % 3 === 0 ? 100 * (40 + ((number * 37 + after * 11) % 260)) : null,
        at: localTime(day, `${String(16 + (number % 6)).padStart(2, '0')}:${minute}`),
      };
    }),
  );
}

function dayRow(caseId: string, day: PlainDate, people: readonly Invented[]) {
  const losses = people.flatMap(({ lossMinor }) => (lossMinor === null ? [] : [lossMinor]));
  const lossMinor = losses.reduce((sum, loss) => sum + loss, 0);
  const stated = losses.length;
  return { caseId, day: new Date(day), shard: 0, joined: people.length, stated, lossMinor };
}

/** Some hundred invented people behind an invented collective complaint, with the sums that they make. */
export async function inventSupporters(caseId: string, firstDay: PlainDate): Promise<void> {
  const people = invented(caseId, firstDay);
  const days = [...Map.groupBy(people, ({ day }) => day)];
  await withActor(SYSTEM, async tx => {
    await tx.supporter.createMany({
      data: people.map(({ id, address, lossMinor, at }) => ({
        ...{ id, caseId, lossMinor, createdAt: at, verifiedAt: at },
        ...{ channel: 'mail', language: 'fr', state: 'verified' },
        identityKey: keyedDigest('supporter', `${caseId}/mail:${address}`),
        address: sealText(address),
      })),
    });
    await tx.supporterEvent.createMany({
      data: people.map(({ id, at }) => ({ caseId, supporterId: id, type: 'verified', at })),
    });
    await tx.collectiveTally.createMany({ data: days.map(([day, joined]) => dayRow(caseId, day, joined)) });
  });
}
