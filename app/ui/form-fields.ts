import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';

/** What a form was left with: submitted values as text (lists for repeated names) and refused fields. */
export interface FormState {
  readonly values?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors?: FieldErrors | undefined;
}

/** Translates a form's refused fields and hands each field component its name, value and error. */
export function useFormFields({ values = {}, errors = {} }: FormState) {
  const t = useT('errors');
  const errorOf = (name: string): string | undefined => {
    const error = errors[name];
    return error ? t(`field.${error.code}`, error.params ?? {}) : undefined;
  };
  return {
    errorOf,
    /** For fields with one value. */
    field(name: string) {
      const value = values[name];
      return { name, defaultValue: typeof value === 'string' ? value : value?.[0], error: errorOf(name) };
    },
    /** For groups of checkboxes. */
    list(name: string) {
      const value = values[name];
      const defaultValue = typeof value === 'string' ? [value] : (value ?? []);
      return { name, defaultValue, error: errorOf(name) };
    },
    /** For a single checkbox. */
    ticked(name: string) {
      const value = values[name];
      return { name, defaultChecked: value !== undefined && value !== '', error: errorOf(name) };
    },
  };
}
