import { redirect } from 'react-router';
import { ASSIGNMENT_MODES, isAway } from '#app/domain/desk/assignment.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { changeDeskSettings, readDeskSettings } from '#app/usecases/desk/desk-settings.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { nameOf, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/assignment.ts';
import { requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SettingsPage } from './settings-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  const { timeZone, categories } = activeProfile();
  const settings = await readDeskSettings(staff);
  const today = localDateOf(now().toISOString(), timeZone);
  return {
    ...{ staff: nameOf(staff), mode: settings.mode, owners: settings.categories, categories },
    done: new URL(request.url).searchParams.has('done'),
    people: settings.people
      .filter(({ suspended }) => !suspended)
      .map(person => ({
        ...{ id: person.id, name: person.name, takesCases: person.takesCases, away: isAway(person, today) },
        cover: settings.people.find(({ id }) => id === person.coverId)?.name ?? null,
      })),
  };
}

const OWNER = 'owner.';

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireDeskAdministrator(request);
  const form = await readForm(request);
  const fields = [...form].map(([name, value]) => [name, String(value)] as const);
  const owners = fields.flatMap(([name, value]) =>
    name.startsWith(OWNER) && value !== '' ? [[name.slice(OWNER.length), value] as const] : [],
  );
  const given = {
    mode: form.get('mode'),
    takes: form.getAll('takes').map(String),
    categories: Object.fromEntries(owners),
  };
  try {
    await changeDeskSettings({ actor, now: now().toISOString() }, given);
  } catch (error) {
    return refuse(error, Object.fromEntries(fields));
  }
  return redirect('/operator/settings/assignment?done=1');
}

type Loaded = Route.ComponentProps['loaderData'];

/** A person's name, with who covers while they are away. */
function usePersonLabel() {
  const t = useT('desk');
  return ({ name, away, cover }: Loaded['people'][number]) => {
    if (!away) return name;
    return `${name} (${cover === null ? t('assignment.away') : t('assignment.covered', { cover })})`;
  };
}

export default function Assignment({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('desk');
  const { staff, mode, owners, categories, people, done } = loaderData;
  const labelOf = usePersonLabel();
  const choices = people.map(person => ({ value: person.id, label: labelOf(person) }));
  return (
    <SettingsPage staff={staff} current="assignment">
      <ErrorSummary errors={actionData?.errors} labels={{ mode: t('assignment.mode') }} />
      {done && actionData === undefined ? (
        <Notice kind="success" live>
          {t('done.saved')}
        </Notice>
      ) : null}
      <PostForm>
        <RadioGroup
          name="mode"
          label={t('assignment.mode')}
          required
          defaultValue={mode}
          options={ASSIGNMENT_MODES.map(value => ({
            value,
            label: t(`assignment.modes.${value}`),
            hint: t(`assignment.hint.${value}`),
          }))}
        />
        <CheckboxGroup
          name="takes"
          label={t('assignment.takes')}
          required
          showIf="mode=round-robin"
          defaultValue={people.filter(({ takesCases }) => takesCases).map(({ id }) => id)}
          options={choices}
        />
        {categories.map(category => (
          <SelectField
            key={category}
            name={`${OWNER}${category}`}
            label={t(`taxonomy:category.${category}.label`)}
            hint={t('assignment.categories')}
            required
            showIf="mode=category"
            empty={t('nobody')}
            defaultValue={owners[category]}
            options={choices}
          />
        ))}
        <Button>{t('assignment.save')}</Button>
      </PostForm>
    </SettingsPage>
  );
}
