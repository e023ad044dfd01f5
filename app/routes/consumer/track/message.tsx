import { useT } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { MESSAGE_LENGTH, readMessage } from '#app/usecases/complaints/complainant-command.schema.ts';
import { sendMessage } from '#app/usecases/complaints/send-message.server.ts';
import { LiveSecretsNotice } from '../filing/secrets-notice.tsx';
import type { Route } from './+types/message.ts';
import { CommandPage } from './command-page.tsx';
import { accepted, giveCommand } from './give-command.server.ts';
import { loadForCommand } from './open-case.server.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const { standing } = await loadForCommand(request, 'send-message');
  return { standing };
}

export function action({ request }: Route.ActionArgs) {
  return giveCommand(request, 'message', ({ values, command }) =>
    sendMessage({ ...command, body: accepted(readMessage(values)).message }),
  );
}

export default function Message({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const { standing } = loaderData;
  const { field } = useFormFields(actionData ?? {});
  const labels = { message: t('message.message') };
  const lead = t('message.lead', { operator: standing.operator });
  return (
    <CommandPage title={t('message.title')} lead={lead} refused={actionData} {...{ standing, labels }}>
      <PostForm>
        <HiddenFields values={{ expectedVersion: String(standing.version) }} />
        <TextArea {...field('message')} label={labels.message} maxLength={MESSAGE_LENGTH} rows={6} required />
        <LiveSecretsNotice field="message" text={String(actionData?.values.message ?? '')} />
        <ButtonRow>
          <Button>{t('message.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </CommandPage>
  );
}
