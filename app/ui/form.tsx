import type { ReactNode } from 'react';

interface FormProps {
  readonly children: ReactNode;
  readonly action?: string;
  /** Needed for files; sets multipart encoding. */
  readonly multipart?: boolean;
  readonly id?: string;
  /** Lays its fields in a row (short staff commands). */
  readonly inline?: boolean;
  /** Question asked before the form is sent (staff pages with JavaScript). */
  readonly confirm?: string;
}

/**
 * A form that posts. The server checks it, so the browser's own checks are off; a second click while it is
 * being sent does nothing (with JavaScript).
 */
export function PostForm({ children, action, multipart, id, inline, confirm }: FormProps) {
  return (
    <form
      id={id}
      method="post"
      action={action}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      className={inline ? 'form-inline' : undefined}
      data-once=""
      data-confirm={confirm}
    >
      {children}
    </form>
  );
}
