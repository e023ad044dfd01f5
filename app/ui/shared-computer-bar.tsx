import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from './app-context.tsx';
import { Button } from './button.tsx';
import { PostForm } from './form.tsx';
import { HiddenFields } from './hidden-fields.tsx';

/** On a computer that several people use: that nothing is kept, and the button that forgets at once. */
export function SharedComputerBar() {
  const t = useT('start');
  if (!useApp().sharedComputer) return null;
  return (
    <aside className="border-b border-line bg-soft print:hidden" aria-label={t('shared.active')}>
      <div className="bar flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
        <p>{t('shared.active')}</p>
        <PostForm action="/complaint/shared-computer">
          <HiddenFields values={{ intent: 'forget' }} />
          <Button look="secondary" small>
            {t('shared.forget')}
          </Button>
        </PostForm>
      </div>
    </aside>
  );
}
