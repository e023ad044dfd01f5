import type { ReactNode } from 'react';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { fieldId } from './field-frame.tsx';

interface ErrorSummaryProps {
  readonly errors?: FieldErrors | undefined;
  /** Label of each field by its name, in the page's order; a path without its own falls back to its prefix. */
  readonly labels?: Labels;
  /** What went wrong beyond single fields, already translated. */
  readonly children?: ReactNode;
}

type Labels = Readonly<Record<string, string>>;

/** The name under which a field is labelled. */
function labelledAs(name: string, labels: Labels): string | undefined {
  const parts = name.split('.');
  while (parts.length > 0) {
    const path = parts.join('.');
    // A field's name may be a stranger's: "constructor" is nobody's label.
    if (Object.hasOwn(labels, path)) return path;
    parts.pop();
  }
  return undefined;
}

function labelOf(name: string, labels: Labels): string | undefined {
  const path = labelledAs(name, labels);
  return path === undefined ? undefined : labels[path];
}

/** A question, or a sentence to be ticked, ends with its own sign; no colon may follow it. */
const ENDED = /[.?؟!]$/u;

/** In the order in which the page asks, as the labels are given. */
function asAsked(errors: FieldErrors, labels: Labels): [string, FieldErrors[string]][] {
  const order = Object.keys(labels);
  const place = (name: string) => {
    const path = labelledAs(name, labels);
    return path === undefined ? order.length : order.indexOf(path);
  };
  return Object.entries(errors).sort(([one], [other]) => place(one) - place(other));
}

/** Stands before the form; the enhancement script moves the focus here when the page opens with it. */
export function ErrorSummary({ errors = {}, labels = {}, children }: ErrorSummaryProps) {
  const t = useT('ui');
  const tErrors = useT('errors');
  const lineOf = (label: string | undefined, text: string) => {
    if (label === undefined) return text;
    return ENDED.test(label) ? `${label} ${text}` : t('errorSummary.line', { label, text });
  };
  const entries = asAsked(errors, labels);
  if (entries.length === 0 && !children) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      data-error-summary
      aria-labelledby="error-title"
    >
      {/* No heading: it stands before the page's own. */}
      <p id="error-title" className="error-title">
        {t('errorSummary.title')}
      </p>
      {children ? <div>{children}</div> : null}
      {entries.length > 0 ? (
        <ul>
          {entries.map(([name, error]) => {
            const label = labelOf(name, labels);
            const text = tErrors(`field.${error.code}`, error.params ?? {});
            return (
              <li key={name}>
                <a href={`#${fieldId(name)}`}>{lineOf(label, text)}</a>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
