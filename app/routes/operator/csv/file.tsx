import { redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { CounterTiles } from '#app/ui/navigation.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import {
  type FilePreview,
  previewAnswers,
  sendAnswers,
} from '#app/usecases/answers-csv/send-answers.server.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/file.ts';
import { deskOf } from './desk-actor.server.ts';
import { VerdictTable } from './verdict-table.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params: { file } }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const sending = { actor: deskOf(staff), now: now().toISOString() };
  return { staff: nameOf(staff), preview: await orErrorPage(() => previewAnswers(sending, file)) };
}

export async function action({ request, params: { file } }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = deskOf(await requireStaff(request, 'operator'));
  await orErrorPage(() => sendAnswers({ actor, now: now().toISOString() }, file));
  return redirect(`/operator/csv/${file}`);
}

function Counts({ verdicts, left }: Pick<FilePreview, 'verdicts' | 'left'>) {
  const t = useT('api');
  const known = (['ready', 'sent', 'waiting', 'sent-before', 'refused'] as const)
    .map(outcome => ({ outcome, value: verdicts.filter(verdict => verdict.outcome === outcome).length }))
    .filter(({ value }) => value > 0);
  const tiles = known.map(({ outcome, value }) => ({
    label: t(`csv.outcome.${outcome}`),
    value,
    tone: outcome === 'refused' ? ('bad' as const) : ('neutral' as const),
  }));
  return <CounterTiles label={t('csv.counts')} tiles={[...tiles, { label: t('csv.left'), value: left }]} />;
}

export default function AnswerFilePage({ loaderData: { staff, preview } }: Route.ComponentProps) {
  const t = useT('api');
  const { fileName, left, sentAt, verdicts } = preview;
  const ready = verdicts.filter(({ outcome }) => outcome === 'ready').length;
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle caption={t('csv.title')} windowTitle={t('csv.title')} lead={<bdi>{fileName}</bdi>}>
        {t(sentAt === null ? 'csv.previewTitle' : 'csv.sentTitle')}
      </PageTitle>
      {sentAt === null ? null : (
        <Notice kind="success" live>
          <p>{t('csv.sentLead')}</p>
        </Notice>
      )}
      <Counts verdicts={verdicts} left={left} />
      <VerdictTable verdicts={verdicts} />
      {sentAt === null && ready > 0 ? (
        <PostForm confirm={t('csv.sure', { count: ready })}>
          <ButtonRow>
            <Button>{t('csv.send', { count: ready })}</Button>
          </ButtonRow>
        </PostForm>
      ) : null}
      <p className="mt-6">
        <LinkButton look="secondary" href="/operator/csv">
          {t('csv.another')}
        </LinkButton>
      </p>
    </OperatorPage>
  );
}
