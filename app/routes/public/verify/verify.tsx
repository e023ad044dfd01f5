import { enhanceScripts } from 'virtual:enhance-scripts';
import { data } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Details } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { ReceiptVerdict, VerdictTemplates } from '#app/ui/receipt/receipt-verdict.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { publishedKeys } from '#app/usecases/receipts/published-keys.server.ts';
import { verifyGiven } from '#app/usecases/receipts/verify-given.server.ts';
import type { Route } from './+types/verify.ts';
import { readGiven } from './read-given.server.ts';

export function loader() {
  const keys = publishedKeys().keys.map(({ kid, x }) => ({ id: kid, publicKey: x }));
  return { keys, script: enhanceScripts.verify };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  try {
    const given = await readGiven(request);
    if (given.file === null && given.text.trim() === '') {
      throw new AppError('invalid-input', { fields: { file: { code: 'required' } } });
    }
    const checked = await verifyGiven(given);
    return data({ checked, text: given.text, errors: {} }, { status: checked.verdict.ok ? 200 : 422 });
  } catch (error) {
    const { data: refused, init } = refuse(error);
    return data({ checked: null, text: '', errors: refused.errors }, init ?? {});
  }
}

export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('receipt');
  const errors = actionData?.errors ?? {};
  const { field } = useFormFields({ values: { text: actionData?.text ?? '' }, errors });
  return (
    <PublicLayout>
      <PageTitle lead={t('verify.lead')}>{t('verify.title')}</PageTitle>
      <ErrorSummary errors={errors} labels={{ file: t('verify.file'), evidence: t('verify.evidence') }} />
      <div id="verdict" className="mb-8">
        {actionData?.checked ? <ReceiptVerdict checked={actionData.checked} /> : null}
      </div>
      <div data-verify={JSON.stringify(loaderData.keys)} data-nothing={t('verify.nothing')}>
        <PostForm action="/verify" multipart>
          <FileField
            {...field('file')}
            label={t('verify.file')}
            hint={t('verify.fileHint')}
            accept="application/pdf,application/json,text/plain,.pdf,.json,.txt"
          />
          <TextArea {...field('text')} label={t('verify.text')} hint={t('verify.textHint')} rows={4} />
          <FileField {...field('evidence')} label={t('verify.evidence')} hint={t('verify.evidenceHint')} />
          <p className="muted" data-local hidden>
            {t('verify.local')}
          </p>
          <ButtonRow>
            <Button>{t('verify.submit')}</Button>
          </ButtonRow>
        </PostForm>
      </div>
      <Details summary={t('verify.withoutUs')}>
        <p>{t('verify.withoutUsText')}</p>
        <ul className="list-disc ps-5 mt-2">
          <li>
            <a href="/verify/key.pem">{t('verify.keyPem')}</a>
          </li>
          <li>
            <a href="/.well-known/recours-receipt-keys.json">{t('verify.keyJson')}</a>
          </li>
        </ul>
      </Details>
      <VerdictTemplates />
      <script type="module" src={loaderData.script} />
    </PublicLayout>
  );
}
