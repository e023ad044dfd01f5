import { enhanceScripts } from 'virtual:enhance-scripts';
import { useT } from '#app/i18n/use-translation.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Where the page is that works without a network. */
const OFFLINE_PATH = '/complaint/offline';

/** On pages of a complaint: its script keeps a copy on the device, and shows this when the copy is ahead. */
export function DeviceCopy() {
  const t = useT('offline');
  return (
    <div data-device-copy="" hidden>
      <Notice kind="warning" title={t('ahead.title')}>
        <p>{t('ahead.text')}</p>
        <p className="button-row">
          <LinkButton href={OFFLINE_PATH}>{t('ahead.goOn')}</LinkButton>
          <button type="button" className="btn btn-secondary" data-forget-copy="">
            {t('ahead.forget')}
          </button>
        </p>
      </Notice>
      <script type="module" src={enhanceScripts.deviceCopy} />
    </div>
  );
}

/** Where a complaint has ended: what the device copied of it goes. */
export function NoDeviceCopy() {
  return (
    <div data-device-copy="" hidden>
      <script type="module" src={enhanceScripts.deviceCopy} />
    </div>
  );
}
