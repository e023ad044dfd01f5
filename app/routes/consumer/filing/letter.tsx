import { useT } from '#app/i18n/use-translation.ts';
import { ButtonRow, CopyButton, LinkButton, PrintButton } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { dayToFile } from '#app/usecases/complaints/drafts/draft-plan.server.ts';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { readDraft } from '#app/usecases/complaints/drafts/read-draft.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/letter.ts';
import { letterOf, plainLetter } from './letter-text.ts';
import { hrefOf } from './step-paths.ts';
import { NO_STORE, openStep } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const { draft, language, now } = await openStep(request, 'attempts');
  const profile = activeProfile();
  const { values } = readDraft(draft.answers, { profile, now });
  const parts = letterOf(values, { language, profile, now, mayFileFrom: dayToFile(draft.answers, now) });
  const listed = draft.answers.attempts !== undefined;
  return { parts, plain: plainLetter(parts), back: hrefOf(listed ? 'not-yet' : nextStepOf(draft.answers)) };
}

/** A letter to the operator, ready to copy or print: what the rule asks for before a complaint. */
export default function Letter({ loaderData }: Route.ComponentProps) {
  const t = useT('letter');
  const { parts, plain, back } = loaderData;
  return (
    <PublicLayout current="file">
      <div className="print:hidden">
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        <ButtonRow>
          <CopyButton text={plain}>{t('copy')}</CopyButton>
          <PrintButton>{t('print')}</PrintButton>
        </ButtonRow>
      </div>
      <article className="my-6 rounded border border-line bg-white px-5 py-6 print:border-0 print:p-0">
        {parts.map(({ text, items }) => (
          <div key={text} className="mb-4 break-inside-avoid">
            <p>{text}</p>
            {items && items.length > 0 ? (
              <ul className="list-disc ps-6">
                {items.map(item => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ) : null}
          </div>
        ))}
      </article>
      <div className="print:hidden">
        <ButtonRow>
          <LinkButton href={hrefOf('attempts')}>{t('sent')}</LinkButton>
          <LinkButton href={back} look="secondary">
            {t('back')}
          </LinkButton>
        </ButtonRow>
      </div>
    </PublicLayout>
  );
}
