import { data } from 'react-router';
import { type Recount, type RecountFields, readRecount, recount } from '#app/domain/deadline/recount.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/deadlines.ts';
import { CountedDate } from './counted-date.tsx';
import { DeadlineForm } from './deadline-form.tsx';
import { fieldsShown } from './fields-shown.ts';

/** What the form offers, in the reader's language. */
function offersOf(profile: Profile, language: Language) {
  return {
    rules: profile.rules.map(({ id, clock, text, validFrom, validTo = null }) => ({
      ...{ id, clock, validFrom, validTo },
      text: text[language],
    })),
    regions: profile.regions.map(({ code, name }) => ({ value: code, label: name[language] })),
    calendars: profile.calendars.map(({ version }) => version),
  };
}

function countedBy(profile: Profile, asked: Recount) {
  const { rule, calendarVersion, inputs } = asked;
  const source = profile.calendars.find(({ version }) => version === calendarVersion)?.source ?? '';
  return { rule, inputs, calendar: { version: calendarVersion, source }, ...recount(profile, asked) };
}

/** A GET form: the address holds the whole question, so whoever has it sees the same days. */
export function loader({ request }: Route.LoaderArgs) {
  const profile = activeProfile();
  const { timeZone } = profile;
  const offers = offersOf(profile, requestLanguage(request, profile));
  const query = new URL(request.url).searchParams;
  query.delete('lng');
  const fields: RecountFields = Object.fromEntries(query);
  const nothing: FieldErrors = {};
  if (query.size === 0) return data({ offers, fields, errors: nothing, counted: null });
  const read = readRecount(fields, profile);
  const shown = fieldsShown(fields, timeZone);
  if (!read.ok) return data({ offers, fields: shown, errors: read.errors, counted: null }, { status: 400 });
  return data({ offers, fields: shown, errors: nothing, counted: countedBy(profile, read.recount) });
}

export type Offers = Awaited<ReturnType<typeof loader>>['data']['offers'];
export type Counted = NonNullable<Awaited<ReturnType<typeof loader>>['data']['counted']>;

/** Counts any deadline of the country's rules in the open, by the engine that counts those of complaints. */
export default function Deadlines({ loaderData }: Route.ComponentProps) {
  const t = useT('deadlines');
  const { offers, fields, errors, counted } = loaderData;
  return (
    <PublicLayout>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {counted ? <CountedDate counted={counted} /> : null}
      <DeadlineForm offers={offers} fields={fields} errors={errors} />
    </PublicLayout>
  );
}
