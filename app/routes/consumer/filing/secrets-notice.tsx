import { findSensitive, SENSITIVE_KINDS, type SensitiveKind } from '#app/domain/shared/sensitive-text.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';

/** Warns, without blocking, of what the operator needs not read. */
export function SecretsNotice({ kinds }: { kinds: readonly SensitiveKind[] }) {
  const t = useT('start');
  return (
    <Notice kind="warning" title={t('sensitive.title')}>
      <ul className="plain">
        {kinds.map(kind => (
          <li key={kind}>{t(`sensitive.${kind}`)}</li>
        ))}
      </ul>
      <p className="mt-2">{t('sensitive.text')}</p>
    </Notice>
  );
}

/** The same beside the field itself; with JavaScript it comes and goes as one types. */
export function LiveSecretsNotice({ field, text }: { field: string; text: string }) {
  const t = useT('start');
  const found = new Set(findSensitive(text).map(({ kind }) => kind));
  return (
    <div data-secrets={`f-${field}`} hidden={found.size === 0} role="status" className="mb-6">
      <Notice kind="warning" title={t('sensitive.title')}>
        <ul className="plain">
          {SENSITIVE_KINDS.map(kind => (
            <li key={kind} data-kind={kind} hidden={!found.has(kind)}>
              {t(`sensitive.${kind}`)}
            </li>
          ))}
        </ul>
        <p className="mt-2">{t('sensitive.text')}</p>
      </Notice>
    </div>
  );
}
