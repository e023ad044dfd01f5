import { enhanceScripts } from 'virtual:enhance-scripts';
import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';

/** The script that asks the device for a passkey, or sends a held form on. */
export function SignInScript() {
  return <script type="module" src={enhanceScripts.signIn} />;
}

interface PasskeyFormProps {
  /** Which question the script asks: a new passkey, any, or one's own. */
  readonly purpose: 'new' | 'any' | 'own';
  readonly action?: string;
  readonly label: string;
  readonly look?: 'primary' | 'secondary';
  /** Hidden fields, and fields to fill in before. */
  readonly children?: ReactNode;
}

/** A form whose button asks the device for a passkey; not shown without the script. */
export function PasskeyForm({ purpose, action, label, look = 'secondary', children }: PasskeyFormProps) {
  const t = useT('auth');
  return (
    <div data-passkey-block="" hidden>
      <form method="post" action={action} noValidate data-passkey={purpose}>
        <input type="hidden" name="credential" />
        {children}
        <p className="field-error" data-passkey-failed="" role="alert" hidden>
          {t('passkey.failed')}
        </p>
        <Button look={look}>{label}</Button>
      </form>
    </div>
  );
}
