import { ACCEPTED_FILES, MAX_BYTES, MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { formatBytes, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { FileField } from '#app/ui/file-field.tsx';

interface EvidenceFieldProps {
  readonly label: string;
  readonly name?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly showIf?: string;
}

/** The file field of every form of the complainant, with the limits in words. */
export function EvidenceField(props: EvidenceFieldProps) {
  const t = useT('common');
  const { language } = useApp();
  const number = formatNumber(MAX_FILES, language);
  const kinds = t('file.limits', { number, size: formatBytes(MAX_BYTES, language) });
  return <FileField name="evidence" {...props} kinds={kinds} accept={ACCEPTED_FILES} multiple />;
}
