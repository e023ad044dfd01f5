import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { AnswerItem } from '#app/ui/case/answers-part.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import type { AskedIssue } from '#app/usecases/responses/queries/answer-page.server.ts';

/** What was said of an issue and why that did not do, beside the fields that answer it anew. */
export function DisputedPart({ asked: { dispute, earlier } }: { readonly asked: AskedIssue }) {
  const t = useT('answering');
  const { currency } = useApp();
  if (dispute === null) return null;
  const { reasons, words, files } = dispute;
  const rows = [
    {
      term: t('dispute.reasons'),
      value: reasons.map(reason => t(`domain:disputeReason.${reason}`)).join(', '),
    },
    ...(words === null
      ? []
      : [
          {
            term: t('dispute.words'),
            value: (
              <span className="whitespace-pre-line" dir="auto">
                {words}
              </span>
            ),
          },
        ]),
    ...(files.length === 0
      ? []
      : [
          {
            term: t('dispute.files'),
            value: files.map(({ id, fileName }) => (
              <a key={id} className="block" href={`/evidence/${id}/copy`}>
                <bdi>{fileName}</bdi>
              </a>
            )),
          },
        ]),
  ];
  return (
    <Notice kind="warning" title={t('dispute.title')}>
      <DefinitionList dense items={rows} />
      {earlier === null ? null : (
        <Details summary={t('dispute.earlier')}>
          <AnswerItem item={earlier} currency={currency} files={[]} />
        </Details>
      )}
    </Notice>
  );
}
