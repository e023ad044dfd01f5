import { data } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow, CopyButton, LinkButton, PrintButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { isRenewalLinkGood, renewCode } from '#app/usecases/receipts/renew-code.server.ts';
import type { Route } from './+types/new-code.ts';
import { SpentLink } from './link-page.tsx';
import { privateHeaders, tokenOf } from './link-token.server.ts';
import { PRIVATE_PAGE } from './open-case.server.ts';

/** A mail scanner that opens the link changes nothing: only the form does. */
export async function loader({ request }: Route.LoaderArgs) {
  const token = tokenOf(new URL(request.url).searchParams);
  const good = await isRenewalLinkGood(token, now().toISOString());
  return data({ token, good }, { headers: PRIVATE_PAGE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const renewed = await renewCode(tokenOf(await readForm(request)), now().toISOString());
  return data({ renewed }, { status: renewed === null ? 410 : 200, headers: PRIVATE_PAGE });
}

export const headers = privateHeaders;

export default function NewCode({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('receipt');
  if (actionData?.renewed) return <Renewed {...actionData.renewed} />;
  if (actionData !== undefined || !loaderData.good) return <SpentLink />;
  return (
    <PublicLayout current="track">
      <PageTitle lead={t('renew.lead')}>{t('renew.title')}</PageTitle>
      <PostForm action="/track/new-code">
        <HiddenFields values={{ token: loaderData.token }} />
        <ButtonRow>
          <Button>{t('renew.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </PublicLayout>
  );
}

function Renewed({ reference, code }: { reference: string; code: string }) {
  const t = useT('receipt');
  return (
    <PublicLayout current="track">
      <PageTitle>{t('renew.doneTitle')}</PageTitle>
      <Notice kind="success">
        <dl className="my-3 grid gap-3">
          <div>
            <dt>{t('recover.reference')}</dt>
            <dd>
              <Reference large>{reference}</Reference>
            </dd>
          </div>
          <div>
            <dt>{t('renew.code')}</dt>
            <dd className="flex flex-wrap items-center gap-3">
              <Reference large>{code}</Reference> <CopyButton text={code} />
            </dd>
          </div>
        </dl>
        <p>{t('renew.doneText')}</p>
      </Notice>
      <div className="no-print">
        <ButtonRow>
          <LinkButton href="/track">{t('renew.open')}</LinkButton>
          <PrintButton />
        </ButtonRow>
      </div>
    </PublicLayout>
  );
}
