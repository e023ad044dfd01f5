import { useT } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { MESSAGE_LENGTH, readWithdrawal } from '#app/usecases/complaints/complainant-command.schema.ts';
import { withdrawCase } from '#app/usecases/complaints/withdraw-case.server.ts';
import type { Route } from './+types/withdraw.ts';
import { CommandPage } from './command-page.tsx';
import { accepted, giveCommand } from './give-command.server.ts';
import { loadForCommand } from './open-case.server.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const { view, standing } = await loadForCommand(request, 'withdraw');
  return { standing, answered: view.standing.state === 'answered' };
}

export function action({ request }: Route.ActionArgs) {
  return giveCommand(request, 'withdrawn', ({ values, command }) =>
    withdrawCase({ ...command, reason: accepted(readWithdrawal(values)).message }),
  );
}

export default function Withdraw({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const { standing, answered } = loaderData;
  const { field, ticked } = useFormFields(actionData ?? {});
  const labels = { message: t('withdraw.message'), sure: t('withdraw.sure') };
  return (
    <CommandPage
      title={t('withdraw.title')}
      lead={t('withdraw.lead')}
      refused={actionData}
      {...{ standing, labels }}
    >
      {answered ? <Notice kind="warning">{t('withdraw.answered')}</Notice> : null}
      <PostForm>
        <HiddenFields values={{ expectedVersion: String(standing.version) }} />
        <TextArea
          {...field('message')}
          label={labels.message}
          hint={t('withdraw.hint')}
          maxLength={MESSAGE_LENGTH}
          rows={3}
          required
        />
        <Checkbox {...ticked('sure')} label={labels.sure} required />
        <ButtonRow>
          <Button look="danger">{t('withdraw.submit')}</Button>
          <LinkButton href="/track/case" look="secondary">
            {t('withdraw.keep')}
          </LinkButton>
        </ButtonRow>
      </PostForm>
    </CommandPage>
  );
}
