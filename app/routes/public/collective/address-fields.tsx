import { useT } from '#app/i18n/use-translation.ts';
import { RadioGroup } from '#app/ui/choice-fields.tsx';
import type { useFormFields } from '#app/ui/form-fields.ts';
import { TextField } from '#app/ui/text-fields.tsx';

/** Where the code goes: one way of two, and the address for it. */
export function AddressFields({ field }: Pick<ReturnType<typeof useFormFields>, 'field'>) {
  const t = useT('collective');
  const { defaultValue = 'mail', ...channel } = field('channel');
  return (
    <>
      <RadioGroup
        {...channel}
        defaultValue={defaultValue}
        label={t('form.channel')}
        options={[
          { value: 'mail', label: t('form.mail') },
          { value: 'sms', label: t('form.sms') },
        ]}
        required
        inline
      />
      <TextField
        {...field('email')}
        label={t('form.email')}
        type="email"
        autoComplete="email"
        width="medium"
        showIf="channel=mail"
        required
      />
      <TextField
        {...field('phone')}
        label={t('form.phone')}
        type="tel"
        autoComplete="tel"
        width="medium"
        showIf="channel=sms"
        required
      />
    </>
  );
}

/** Labels of the address fields, for the summary of errors. */
export function useAddressLabels() {
  const t = useT('collective');
  return { channel: t('form.channel'), email: t('form.email'), phone: t('form.phone') };
}
