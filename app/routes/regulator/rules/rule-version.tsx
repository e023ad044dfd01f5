import { mayEnter } from '#app/domain/access/areas.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { readRuleVersion, type SeenRuleVersion } from '#app/usecases/rules/queries/read-rules.server.ts';
import { readRun } from '#app/usecases/rules/queries/read-run.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/rule-version.ts';
import { ActivationPart, FactsPart, UndoForm } from './activation-part.tsx';
import { activationView } from './activation-view.server.ts';
import { ruleTerms } from './rule-words.ts';
import { standingTone } from './standing.ts';
import { giveVersionCommand } from './version-command.server.ts';

export async function loader({ request, params: { id } }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'rules');
  return orErrorPage(async () => {
    const version = await readRuleVersion(staff, id, now().toISOString());
    const { standing } = version;
    return {
      viewer: { name: staff.name, role: staff.role },
      version,
      run: await readRun(staff, id),
      view: await activationView(request, staff, { kind: 'rule', id, standing }),
    };
  });
}

/** Dangerous: what it decides, every later case is counted by. */
export async function action({ request, params: { id } }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'rules-change');
  await requireStepUp(request);
  return giveVersionCommand(staff, { kind: 'rule', id }, await readForm(request));
}

export default function RuleVersion({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('rules');
  const { viewer, version, run, view } = loaderData;
  const { rule, standing, appliesTo, facts } = version;
  const mayChange = mayEnter(viewer.role, 'rules-change');
  return (
    <RegulatorFrame viewer={viewer} current="rules">
      <PageTitle
        windowTitle={rule.id}
        caption={t(`domain:clock.${rule.clock}`)}
        aside={<Tag tone={standingTone(standing)}>{t(`standing.${standing}`)}</Tag>}
      >
        <bdi dir="ltr">{rule.id}</bdi>
      </PageTitle>
      <Actions version={version} mayChange={mayChange} />
      <Rule version={version} />
      <Section title={t('facts.title')}>
        {facts === null || appliesTo === null ? (
          <p>{t('facts.shipped')}</p>
        ) : (
          <FactsPart facts={facts} run={run} appliesTo={appliesTo} />
        )}
        {mayChange ? <UndoForm standing={standing} /> : null}
      </Section>
      {view === null ? null : (
        <ActivationPart view={view} mayChange={mayChange} errors={actionData?.errors} />
      )}
    </RegulatorFrame>
  );
}

function Actions({
  version: { rule, standing },
  mayChange,
}: {
  version: SeenRuleVersion;
  mayChange: boolean;
}) {
  const t = useT('rules');
  return (
    <ButtonRow>
      {mayChange && standing === 'draft' ? (
        <LinkButton href={`/regulator/rules/${rule.id}/edit`}>{t('editor.editDraft')}</LinkButton>
      ) : null}
      {mayChange && standing !== 'draft' ? (
        <LinkButton href={`/regulator/rules/new?from=${rule.id}`}>{t('editor.newVersion')}</LinkButton>
      ) : null}
      <LinkButton
        href={`/regulator/rules/bench?version=rule:${rule.id}&clock=${rule.clock}`}
        look="secondary"
      >
        {t('bench.tryIt')}
      </LinkButton>
    </ButtonRow>
  );
}

function Rule({ version: { rule } }: { version: SeenRuleVersion }) {
  const t = useT('rules');
  const { language } = useApp();
  return (
    <div className="grid gap-x-10 lg:grid-cols-2">
      <Section title={t('editor.rule')}>
        <DefinitionList items={ruleTerms(rule, t, language)} />
      </Section>
      <Section title={t('editor.words')}>
        <DefinitionList
          items={LANGUAGES.map(code => ({
            key: code,
            term: t(`common:language.${code}`),
            value: (
              <span lang={code} dir={code === 'ar' ? 'rtl' : 'ltr'}>
                {rule.text[code]}
              </span>
            ),
          }))}
        />
      </Section>
    </div>
  );
}
