import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Details } from '#app/ui/notice.tsx';

/** Offers to keep nothing on a computer that several people use; says nothing once that is so. */
export function SharedComputerOffer() {
  const t = useT('start');
  if (useApp().sharedComputer) return null;
  return (
    <div className="mt-8">
      <Details summary={t('shared.offer')}>
        <p className="mb-4">{t('shared.text')}</p>
        <PostForm action="/complaint/shared-computer">
          <Button look="secondary">{t('shared.on')}</Button>
        </PostForm>
      </Details>
    </div>
  );
}
