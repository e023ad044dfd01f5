import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { keysOfOperator } from '#app/usecases/api-keys/queries/keys-of-operator.server.ts';
import { nameOf, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/api-keys.ts';
import { giveKeyCommand } from './key-command.server.ts';
import { KeyTable, NewKey, SandboxPart, ShownOnce, UseTable } from './key-parts.tsx';
import { requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SettingsPage } from './settings-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  return { staff: nameOf(staff), ...(await keysOfOperator(staff, now().toISOString())) };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireDeskAdministrator(request);
  await requireStepUp(request);
  return giveKeyCommand({ request, actor, now: now().toISOString() });
}

export default function ApiKeys({ loaderData: { staff, keys, uses }, actionData }: Route.ComponentProps) {
  const t = useT('api');
  const done = actionData !== undefined && 'done' in actionData ? actionData : null;
  const refused = actionData !== undefined && 'errors' in actionData ? actionData : undefined;
  const labels = {
    name: t('keys.name'),
    kind: t('keys.kind'),
    scopes: t('keys.scopes'),
    days: t('keys.days'),
  };
  return (
    <SettingsPage staff={staff} current="api-keys">
      <p className="lead mb-4">
        {t('keys.lead')} <a href="/api/docs">{t('keys.docs')}</a>
      </p>
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {done === null ? null : (
        <Notice kind="success" live>
          <p>{t(`keys.done.${done.done}`)}</p>
        </Notice>
      )}
      {done?.shown ? <ShownOnce shown={done.shown} /> : null}
      <KeyTable keys={keys} />
      <NewKey refused={refused} />
      {keys.some(({ kind }) => kind === 'test') ? <SandboxPart /> : null}
      <UseTable uses={uses} />
    </SettingsPage>
  );
}
