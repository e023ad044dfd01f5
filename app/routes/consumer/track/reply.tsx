import { useT } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { MESSAGE_LENGTH, readMessage } from '#app/usecases/complaints/complainant-command.schema.ts';
import { provideInformation } from '#app/usecases/complaints/provide-information.server.ts';
import { LiveSecretsNotice } from '../filing/secrets-notice.tsx';
import type { Route } from './+types/reply.ts';
import { CommandPage } from './command-page.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { accepted, giveCommand } from './give-command.server.ts';
import { loadForCommand } from './open-case.server.ts';
import { openQuestion } from './open-question.ts';
import { QuestionToYou } from './question-to-you.tsx';

export async function loader({ request }: Route.LoaderArgs) {
  const { view, standing } = await loadForCommand(request, 'provide-information');
  return { standing, question: openQuestion(view) };
}

export function action({ request }: Route.ActionArgs) {
  return giveCommand(request, 'reply', ({ values, files, command }) => {
    const { message } = accepted(readMessage(values));
    return provideInformation({ ...command, reply: message, files });
  });
}

export default function Reply({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const { standing, question } = loaderData;
  const { field, errorOf } = useFormFields(actionData ?? {});
  const labels = { message: t('reply.message'), evidence: t('evidence.files') };
  const about = question ? <QuestionToYou question={question} operator={standing.operator} /> : null;
  return (
    <CommandPage
      title={t('reply.title')}
      lead={t('reply.lead')}
      refused={actionData}
      {...{ standing, labels, about }}
    >
      <PostForm multipart>
        <HiddenFields values={{ expectedVersion: String(standing.version) }} />
        <TextArea {...field('message')} label={labels.message} maxLength={MESSAGE_LENGTH} rows={6} required />
        <LiveSecretsNotice field="message" text={String(actionData?.values.message ?? '')} />
        <EvidenceField label={labels.evidence} error={errorOf('evidence')} />
        <ButtonRow>
          <Button>{t('reply.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </CommandPage>
  );
}
