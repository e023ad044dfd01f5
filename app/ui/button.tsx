import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';

type Look = 'primary' | 'secondary' | 'danger' | 'plain';

interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: Look;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly formAction?: string;
  readonly form?: string;
  readonly disabled?: boolean;
  /** Submits without the browser's own field checks ("Back", "Save for later"). */
  readonly formNoValidate?: boolean;
  /** Question asked before an irreversible command (staff pages with JavaScript). */
  readonly confirm?: string;
  readonly small?: boolean;
}

function classOf(look: Look, small: boolean | undefined): string {
  return small ? `btn btn-${look} btn-small` : `btn btn-${look}`;
}

export function Button({
  children,
  look = 'primary',
  type = 'submit',
  confirm,
  small,
  ...rest
}: ButtonProps) {
  return (
    <button className={classOf(look, small)} type={type} data-confirm={confirm} {...rest}>
      {children}
    </button>
  );
}

interface LinkButtonProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly look?: Look;
  readonly small?: boolean;
  readonly download?: boolean;
  readonly rel?: string;
}

export function LinkButton({ children, look = 'primary', small, ...rest }: LinkButtonProps) {
  return (
    <a className={classOf(look, small)} {...rest}>
      {children}
    </a>
  );
}

/** Buttons side by side, the main one first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}

/** Hidden until the enhancement script finds it: printing needs JavaScript. */
export function PrintButton({ children }: { children?: ReactNode }) {
  const t = useT('ui');
  return (
    <button type="button" className="btn btn-secondary" data-print hidden>
      {children ?? t('action.print')}
    </button>
  );
}

/** Copies `text`; hidden until the enhancement script finds it. */
export function CopyButton({ text, children }: { text: string; children?: ReactNode }) {
  const t = useT('ui');
  return (
    <button
      type="button"
      className="btn btn-secondary btn-small"
      data-copy={text}
      data-done={t('action.copied')}
      hidden
    >
      {children ?? t('action.copy')}
    </button>
  );
}
