import { findSensitive } from '../domain/shared/sensitive-text.ts';

/** Looks at a text while it is written and names what others need not read. */
export function warnOfSecrets(notice: HTMLElement): void {
  const area = document.getElementById(notice.dataset.secrets ?? '');
  if (!(area instanceof HTMLTextAreaElement)) return;
  const show = () => {
    const found = new Set<string>(findSensitive(area.value).map(({ kind }) => kind));
    for (const line of notice.querySelectorAll<HTMLElement>('[data-kind]')) {
      line.hidden = !found.has(line.dataset.kind ?? '');
    }
    notice.hidden = found.size === 0;
  };
  area.addEventListener('input', show);
  show();
}
