import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { OpenQuestion } from './open-question.ts';

/** The question that stops the case, in the words of who asks. */
export function QuestionToYou({ question, operator }: { question: OpenQuestion; operator: string }) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const date = formatDate(question.at, language, timeZone, 'long');
  return (
    <Notice title={t(`question.${question.asker}`, { operator })}>
      <p className="whitespace-pre-line" dir="auto">
        {question.text}
      </p>
      <p className="muted">{t('question.asked', { date })}</p>
    </Notice>
  );
}
