import { redirect } from 'react-router';
import { mayEnter } from '#app/domain/access/areas.ts';
import type { LocalisedText } from '#app/domain/shared/language.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import {
  readCalendarVersion,
  type SeenCalendarVersion,
} from '#app/usecases/rules/queries/read-calendars.server.ts';
import { readRun } from '#app/usecases/rules/queries/read-run.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/calendar-version.ts';
import { ActivationPart, FactsPart, UndoForm } from './activation-part.tsx';
import { activationView } from './activation-view.server.ts';
import { DeclareForm } from './calendar-forms.tsx';
import { changeText } from './calendar-words.ts';
import { changeDraft } from './change-draft.server.ts';
import { standingTone } from './standing.ts';
import { giveVersionCommand } from './version-command.server.ts';

export async function loader({ request, params: { id } }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'rules');
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  return orErrorPage(async () => {
    const { version, names } = await readCalendarVersion(staff, id, now().toISOString());
    return {
      viewer: { name: staff.name, role: staff.role },
      ...{ version, names },
      regions: profile.regions.map(({ code, name }) => ({ value: code, label: name[language] })),
      run: await readRun(staff, id),
      view: await activationView(request, staff, { kind: 'calendar', id, standing: version.standing }),
    };
  });
}

/** Dangerous: what it decides, every later case is counted by. */
export async function action({ request, params: { id } }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'rules-change');
  await requireStepUp(request);
  const form = await readForm(request);
  const intent = form.get('intent');
  if (intent !== 'declare' && intent !== 'remove') {
    return giveVersionCommand(staff, { kind: 'calendar', id }, form);
  }
  const refused = await changeDraft(staff, id, form);
  return refused ?? redirect(`/regulator/calendars/${id}`, 303);
}

export default function CalendarVersion({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('rules');
  const { viewer, version, names, regions, run, view } = loaderData;
  const { id, standing, facts, appliesTo } = version;
  const mayChange = mayEnter(viewer.role, 'rules-change');
  const declaring = actionData?.values.intent === 'declare' ? actionData : undefined;
  return (
    <RegulatorFrame viewer={viewer} current="calendars">
      <PageTitle
        windowTitle={id}
        caption={t('calendar.title')}
        aside={<Tag tone={standingTone(standing)}>{t(`standing.${standing}`)}</Tag>}
      >
        <bdi dir="ltr">{id}</bdi>
      </PageTitle>
      <Changes version={version} names={names} mayChange={mayChange} />
      {mayChange && standing === 'draft' ? (
        <Details summary={t('calendar.furtherDay')} open={declaring !== undefined}>
          <DeclareForm names={names} regions={regions} refused={declaring} further />
        </Details>
      ) : null}
      {view === null ? null : (
        <ActivationPart view={view} mayChange={mayChange} errors={actionData?.errors} />
      )}
      <Section title={t('facts.title')}>
        <FactsPart facts={facts} run={run} appliesTo={appliesTo} source={version.source} />
        {mayChange ? <UndoForm standing={standing} /> : null}
      </Section>
      <ButtonRow>
        <LinkButton href={`/regulator/rules/bench?version=calendar:${id}`} look="secondary">
          {t('bench.tryIt')}
        </LinkButton>
      </ButtonRow>
    </RegulatorFrame>
  );
}

interface ChangesProps {
  readonly version: SeenCalendarVersion;
  readonly names: Readonly<Record<string, LocalisedText>>;
  readonly mayChange: boolean;
}

function Changes({ version: { changes, standing }, names, mayChange }: ChangesProps) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const rows = changes.map((change, index) => ({
    text: changeText(change, { t, language, timeZone, names }),
    place: String(index),
  }));
  return (
    <Section title={t('calendar.changes')}>
      <ul>
        {rows.map(({ text, place }) => (
          <li key={`${place} ${text}`}>
            {text}
            {mayChange && standing === 'draft' && rows.length > 1 ? (
              <PostForm inline>
                <HiddenFields values={{ intent: 'remove', place }} />
                <Button look="plain" small>
                  {t('calendar.takeOut')}
                  <span className="sr-only"> {text}</span>
                </Button>
              </PostForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
