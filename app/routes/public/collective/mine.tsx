import { redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { supporterCookie } from '#app/platform/session/cookies.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { MoneyField } from '#app/ui/money-field.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { changeOwnLoss, withdrawSupport } from '#app/usecases/collective/change-own-support.server.ts';
import { type OwnSupport, readOwnSupport } from '#app/usecases/collective/queries/own-support.server.ts';
import { readPublicPage } from '#app/usecases/collective/queries/public-pages.server.ts';
import { LOSS_TEXT_LENGTH, ownEntrySchema } from '#app/usecases/collective/support.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/mine.ts';
import { FormPage } from './form-page.tsx';
import { PRIVATE_PAGE } from './public-cache.ts';
import { checked, receive, refuseForm } from './receive-form.server.ts';

export const headers = () => PRIVATE_PAGE;

/** The entry that this browser's cookie opens; null where there is none, or one of another complaint. */
async function ownEntry(request: Request, page: string): Promise<OwnSupport | null> {
  const id = await supporterCookie.read(request, now());
  if (id === null) return null;
  return readOwnSupport(page, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const { slug, title } = await orErrorPage(() => readPublicPage(params.page));
  const done = new URL(request.url).searchParams.get('done');
  return {
    page: { slug, title },
    own: await ownEntry(request, params.page),
    done: (['saved', 'withdrawn'] as const).find(known => known === done) ?? null,
  };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { values } = await receive(request);
  const instant = now().toISOString();
  const mine = `/collective/${params.page}/mine`;
  const supporterId = await supporterCookie.read(request, now());
  if (supporterId === null || (await ownEntry(request, params.page)) === null) return redirect(mine);
  try {
    if (values.intent === 'withdraw') {
      await withdrawSupport({ supporterId, now: instant });
      return redirect(`${mine}?done=withdrawn`, { headers: { 'Set-Cookie': await supporterCookie.clear() } });
    }
    const loss = checked(ownEntrySchema(activeProfile()), values);
    await changeOwnLoss({ supporterId, now: instant, ...loss });
    return redirect(`${mine}?done=saved`);
  } catch (error) {
    return refuseForm(error, values);
  }
}

function Entry({ own }: { own: OwnSupport }) {
  const t = useT('collective');
  const { language, timeZone } = useApp();
  return (
    <DefinitionList
      items={[
        { term: t('mine.since'), value: formatDateTime(own.verifiedAt, language, timeZone) },
        ...(own.name === null ? [] : [{ term: t('form.name'), value: <bdi>{own.name}</bdi> }]),
      ]}
    />
  );
}

export default function Mine({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('collective');
  const { page, own, done } = loaderData;
  const stated = own === null ? {} : { loss: own.loss, lossText: own.lossText };
  const { field } = useFormFields({ values: actionData?.values ?? stated, errors: actionData?.errors });
  const labels = { loss: t('form.loss'), lossText: t('form.lossText') };
  if (own === null) {
    return (
      <FormPage title={t('mine.title')} refused={undefined} {...{ page, labels }}>
        <Notice live>{t(done === 'withdrawn' ? 'mine.withdrawn' : 'mine.none')}</Notice>
        <LinkButton href={`/collective/${page.slug}`} look="secondary">
          {t('form.back')}
        </LinkButton>
      </FormPage>
    );
  }
  return (
    <FormPage title={t('mine.title')} refused={actionData} {...{ page, labels }}>
      <Notice kind="success" live>
        {t(done === 'saved' ? 'mine.saved' : 'mine.counted')}
      </Notice>
      <Entry own={own} />
      <Section title={t('form.lossTitle')}>
        <PostForm>
          <MoneyField {...field('loss')} label={labels.loss} hint={t('form.lossHint')} />
          <TextArea {...field('lossText')} label={labels.lossText} rows={3} maxLength={LOSS_TEXT_LENGTH} />
          <Button look="secondary">{t('mine.save')}</Button>
        </PostForm>
      </Section>
      <Details summary={t('mine.withdrawTitle')}>
        <p>{t('mine.withdrawText')}</p>
        <PostForm>
          <HiddenFields values={{ intent: 'withdraw' }} />
          <Button look="danger">{t('mine.withdraw')}</Button>
        </PostForm>
      </Details>
    </FormPage>
  );
}
