import { data } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { readStopLink, stopNotifications } from '#app/usecases/notifications/stop-notifications.server.ts';
import type { Route } from './+types/stop.ts';

/** The address is a key: it goes to no other site and into no search engine. Without an origin no form would be taken. */
const KEPT_TO_ITSELF = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
} as const;

export const headers = () => KEPT_TO_ITSELF;

/** Looking changes nothing: mail programs follow links to check them. */
export async function loader({ params }: Route.LoaderArgs) {
  return data(await orErrorPage(() => readStopLink(params.token)), { headers: KEPT_TO_ITSELF });
}

/** One POST ends the messages, from this page's button or from a mail program's own (RFC 8058). */
export async function action({ params, request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  return orErrorPage(() => stopNotifications(params.token, now().toISOString()));
}

export default function Stop({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('notes');
  const { reference, stopped } = actionData ?? loaderData;
  const follow = (
    <LinkButton href="/track" look="secondary">
      {t('stop.follow')}
    </LinkButton>
  );
  return (
    <PublicLayout current="track">
      <PageTitle caption={<Reference>{reference}</Reference>}>
        {t(stopped ? 'stop.doneTitle' : 'stop.title')}
      </PageTitle>
      {stopped ? (
        <>
          <Notice kind="success" live>
            {t('stop.done', { reference })}
          </Notice>
          <ButtonRow>{follow}</ButtonRow>
        </>
      ) : (
        <PostForm>
          <p>{t('stop.lead', { reference })}</p>
          <ButtonRow>
            <Button>{t('stop.submit')}</Button>
            {follow}
          </ButtonRow>
        </PostForm>
      )}
    </PublicLayout>
  );
}
