import { redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { PageTitle } from '#app/ui/page-title.tsx';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { changeRuleDraft } from '#app/usecases/rules/draft-rule.server.ts';
import { readRuleVersion } from '#app/usecases/rules/queries/read-rules.server.ts';
import { formOfRule, RULE_FORM } from '#app/usecases/rules/rule-form.schema.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/edit-rule.ts';
import { RuleForm } from './rule-form.tsx';

export async function loader({ request, params: { id } }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'rules-change');
  return orErrorPage(async () => {
    const { rule, line, standing, appliesTo, facts } = await readRuleVersion(staff, id, now().toISOString());
    if (standing !== 'draft' || facts === null) throw new AppError('version-not-open');
    const values = { ...formOfRule(rule), appliesTo: appliesTo ?? 'new-clocks', reason: facts.reason };
    const { categories } = activeProfile();
    return { viewer: { name: staff.name, role: staff.role }, id, line, categories, values };
  });
}

export async function action({ request, params: { id } }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'rules-change');
  const typed = formValues(await readForm(request));
  try {
    await changeRuleDraft({ actor: staff, id, ...checked(RULE_FORM, typed) });
    return redirect(`/regulator/rules/${id}`, 303);
  } catch (error) {
    return refuse(error, typed);
  }
}

export default function EditRule({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('rules');
  const { viewer, id, line, categories } = loaderData;
  return (
    <RegulatorFrame viewer={viewer} current="rules">
      <PageTitle caption={<bdi dir="ltr">{id}</bdi>} windowTitle={t('editor.editDraft')}>
        {t('editor.editDraft')}
      </PageTitle>
      <RuleForm
        values={actionData?.values ?? loaderData.values}
        errors={actionData?.errors}
        categories={categories}
        line={line}
        cancelHref={`/regulator/rules/${id}`}
      />
    </RegulatorFrame>
  );
}
