import { VULNERABILITIES } from '#app/domain/taxonomy/asked-of-every-case.ts';
import { isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { categoryLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { OwnFields } from '#app/usecases/complaints/queries/complainant-view.ts';

/** Why a case goes before others; nothing for a case that doesn't. How long the operator has, its clock says. */
export function Urgency({ seen }: { seen: Partial<OwnFields> }) {
  const t = useT('track');
  const summary = seen['case-summary'];
  if (!summary?.urgent) return null;
  const { vulnerability, category } = summary;
  const dependsOn = VULNERABILITIES.filter(reason => vulnerability.includes(reason)).map(reason =>
    t(`taxonomy:vulnerability.${reason}`),
  );
  const matter = isCategory(category) ? [categoryLabel(t, category)] : [];
  return (
    <Notice title={t('urgent.title')}>
      <p>{t(dependsOn.length > 0 ? 'urgent.line' : 'urgent.matter')}</p>
      <ul className="plain">
        {(dependsOn.length > 0 ? dependsOn : matter).map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}
