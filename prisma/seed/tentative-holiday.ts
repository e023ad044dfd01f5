import type { Actor } from '#app/domain/case/states.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { addDays, type Instant } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { draftCalendar } from '#app/usecases/rules/draft-calendar.server.ts';
import { dayOf, workingDayFrom } from './local-time.ts';

/** How far ahead the feast lies: within the time to answer of the cases that were served lately. */
const DAYS_AHEAD = 3;

const MOON_SIGHTING = {
  name: 'moon-sighting',
  names: {
    ar: 'عيد ينتظر رؤية الهلال',
    de: 'Fest, das auf die Mondsichtung wartet',
    en: 'Feast awaiting the sighting of the moon',
    fr: 'Fête en attente de l’observation de la lune',
  },
};

/** In countries without feasts that wait for the moon. */
const EXCEPTIONAL = {
  name: 'exceptional-day',
  names: {
    ar: 'يوم عطلة استثنائي',
    de: 'Ausserordentlicher freier Tag',
    en: 'Exceptional day off',
    fr: 'Jour chômé exceptionnel',
  },
};

const SOURCE = 'Communiqué du ministère (exemple)';

function sightsTheMoon(calendars: Profile['calendars']): boolean {
  return calendars.some(({ days }) => days.some(({ tentative }) => tentative));
}

/** A version of the calendar that waits for its confirmation: the preview names the open cases that it would move. */
export async function prepareTentativeHoliday(administrator: Actor, now: Instant): Promise<void> {
  const { id: profile, calendars } = activeProfile();
  const drafted = await withActor(administrator, tx => tx.calendarVersion.count({ where: { profile } }));
  if (drafted > 0) return;
  await draftCalendar({
    actor: administrator,
    changes: [
      {
        do: 'declare',
        on: workingDayFrom(addDays(dayOf(now), DAYS_AHEAD)),
        ...(sightsTheMoon(calendars) ? MOON_SIGHTING : EXCEPTIONAL),
      },
    ],
    source: SOURCE,
    reason: 'Exemple : la date est annoncée, il reste à la mettre en vigueur.',
    appliesTo: 'open-clocks',
    now,
  });
}
