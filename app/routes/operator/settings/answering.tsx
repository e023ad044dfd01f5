import { redirect } from 'react-router';
import { TEMPLATE_VARIABLES } from '#app/domain/case/answer-template.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { type FormValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { readAnsweringSettings, setSecondReader } from '#app/usecases/casework/answering-settings.server.ts';
import { TemplateForm } from '#app/usecases/casework/desk-commands.schema.ts';
import { deleteTemplate, listTemplates, saveTemplate } from '#app/usecases/casework/templates.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { nameOf, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/answering.ts';
import { type DeskAdministrator, requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SettingsPage } from './settings-page.tsx';
import { TemplateFields, TemplateTable, useTemplateLabels } from './template-parts.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  const { searchParams } = new URL(request.url);
  const templates = await listTemplates(staff);
  return {
    staff: nameOf(staff),
    ...(await readAnsweringSettings(staff)),
    templates,
    edited: templates.find(({ id }) => id === searchParams.get('edit')) ?? null,
    done: searchParams.has('done'),
  };
}

async function obey(staff: DeskAdministrator, typed: FormValues): Promise<void> {
  const instant = now().toISOString();
  const id = typeof typed.id === 'string' ? typed.id : undefined;
  switch (typed.intent) {
    case 'second-reader':
      return setSecondReader(staff, typed.secondReader !== undefined, instant);
    case 'delete':
      return deleteTemplate(staff, id ?? '');
    case 'save':
      return saveTemplate({ actor: staff, template: checked(TemplateForm, typed), id, now: instant });
    default:
      throw new AppError('malformed-request');
  }
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireDeskAdministrator(request);
  const typed = formValues(await readForm(request));
  try {
    await obey(staff, typed);
  } catch (error) {
    return refuse(error, typed);
  }
  return redirect('/operator/settings/answering?done');
}

function SecondReader({ on }: { on: boolean }) {
  const t = useT('answering');
  return (
    <Section title={t('settings.second')}>
      <PostForm>
        <HiddenFields values={{ intent: 'second-reader' }} />
        <Checkbox
          name="secondReader"
          label={t('settings.secondLabel')}
          hint={t('settings.secondHint')}
          defaultChecked={on}
        />
        <Button look="secondary">{t('settings.save')}</Button>
      </PostForm>
    </Section>
  );
}

function Variables() {
  const t = useT('answering');
  return (
    <Details summary={t('settings.variables')}>
      <p>{t('settings.variablesLead')}</p>
      <DefinitionList
        dense
        items={TEMPLATE_VARIABLES.map(name => ({
          key: name,
          term: <code dir="ltr">{`{{${name}}}`}</code>,
          value: t(`variable.${name}`),
        }))}
      />
    </Details>
  );
}

export default function Answering({ loaderData, actionData: refused }: Route.ComponentProps) {
  const t = useT('answering');
  const { staff, secondReader, templates, edited, done } = loaderData;
  const labels = useTemplateLabels();
  return (
    <SettingsPage staff={staff} current="answering">
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {done && refused === undefined ? (
        <Notice kind="success" live>
          <p>{t('settings.saved')}</p>
        </Notice>
      ) : null}
      <SecondReader on={secondReader} />
      <Section title={t('settings.templates')}>
        <TemplateTable templates={templates} />
      </Section>
      <Section
        title={edited === null ? t('settings.new') : t('settings.editing', { name: edited.name })}
        id="template"
      >
        <div className="max-w-2xl">
          <Variables />
          <TemplateFields edited={edited} refused={refused} />
        </div>
      </Section>
    </SettingsPage>
  );
}
