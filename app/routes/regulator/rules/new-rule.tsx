import { redirect } from 'react-router';
import { lineOf } from '#app/domain/rules/rule-definition.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { PageTitle } from '#app/ui/page-title.tsx';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { draftRule } from '#app/usecases/rules/draft-rule.server.ts';
import { readRuleVersion } from '#app/usecases/rules/queries/read-rules.server.ts';
import { formOfRule, RULE_FORM } from '#app/usecases/rules/rule-form.schema.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/new-rule.ts';
import { RuleForm } from './rule-form.tsx';

const EMPTY = {
  pauseCapDays: '0',
  remindBefore: '0',
  appliesTo: 'new-clocks',
  rollForward: 'on',
  urgent: '',
};

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'rules-change');
  const from = new URL(request.url).searchParams.get('from');
  const viewer = { name: staff.name, role: staff.role };
  const { categories } = activeProfile();
  if (from === null) return { viewer, categories, line: null, values: EMPTY };
  const { rule } = await orErrorPage(() => readRuleVersion(staff, from, now().toISOString()));
  const values = { ...formOfRule(rule), validTo: '', appliesTo: 'new-clocks', reason: '' };
  return { viewer, categories, line: lineOf(from), values };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'rules-change');
  const typed = formValues(await readForm(request));
  try {
    const line = typeof typed.line === 'string' ? typed.line : undefined;
    const stated = checked(RULE_FORM, typed);
    const id = await draftRule({ actor: staff, ...stated, ...(line && { line }), now: now().toISOString() });
    return redirect(`/regulator/rules/${id}`, 303);
  } catch (error) {
    return refuse(error, typed);
  }
}

export default function NewRule({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('rules');
  const { viewer, line, categories } = loaderData;
  return (
    <RegulatorFrame viewer={viewer} current="rules">
      <PageTitle
        caption={line === null ? undefined : <bdi dir="ltr">{line}</bdi>}
        windowTitle={t('editor.newVersion')}
      >
        {t(line === null ? 'editor.newRule' : 'editor.newVersion')}
      </PageTitle>
      <RuleForm
        values={actionData?.values ?? loaderData.values}
        errors={actionData?.errors}
        categories={categories}
        line={line}
        cancelHref="/regulator/rules"
      />
    </RegulatorFrame>
  );
}
