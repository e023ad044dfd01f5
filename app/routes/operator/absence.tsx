import { redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { changeAbsence } from '#app/usecases/desk/change-absence.server.ts';
import { chooseDigest, readOwnDesk } from '#app/usecases/desk/own-desk.server.ts';
import type { Route } from './+types/absence.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const done = new URL(request.url).searchParams.has('done');
  return { staff: nameOf(staff), ...(await readOwnDesk(staff)), done };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'operator');
  const given = Object.fromEntries(await readForm(request));
  try {
    if (given.intent === 'digest') await chooseDigest(staff, given.digest === 'on');
    else await changeAbsence(staff, given);
  } catch (error) {
    return refuse(error, given);
  }
  return redirect('/operator/absence?done=1');
}

export default function Absence({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('desk');
  const { staff, own, others, done } = loaderData;
  const values = actionData?.values ?? {
    from: own?.awayFrom ?? '',
    to: own?.awayTo ?? '',
    coverId: own?.coverId ?? '',
  };
  const { field } = useFormFields({ values, errors: actionData?.errors });
  const labels = { from: t('absence.from'), to: t('absence.to'), coverId: t('absence.cover') };
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={t('absence.lead')}>{t('absence.title')}</PageTitle>
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      {done && actionData === undefined ? (
        <Notice kind="success" live>
          {t('done.saved')}
        </Notice>
      ) : null}
      <PostForm>
        <DateField {...field('from')} label={labels.from} />
        <DateField {...field('to')} label={labels.to} />
        <SelectField
          {...field('coverId')}
          label={labels.coverId}
          empty={t('nobody')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>{t('absence.save')}</Button>
      </PostForm>
      <Section title={t('absence.digestTitle')} id="digest">
        <PostForm>
          <HiddenFields values={{ intent: 'digest' }} />
          <Checkbox
            name="digest"
            label={t('absence.digest')}
            hint={t('absence.digestHint')}
            defaultChecked={own?.digest ?? true}
          />
          <Button look="secondary">{t('absence.save')}</Button>
        </PostForm>
      </Section>
    </OperatorPage>
  );
}
