import type { ErrorCode } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';

const BY_FIELDS: readonly ErrorCode[] = [
  'invalid-input',
  'too-many-files',
  'file-too-large',
  'file-type-refused',
];

/** Why a command as a whole was refused: the page shows the case as it now stands, the form what was typed. */
export function RefusalNotice({ code }: { code: ErrorCode }) {
  const t = useT('errors');
  if (BY_FIELDS.includes(code)) return null;
  return (
    <Notice kind="warning" title={t(`${code}.title`)} live>
      <p>{t(`${code}.explanation`)}</p>
    </Notice>
  );
}
