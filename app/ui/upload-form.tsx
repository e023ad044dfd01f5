import type { ReactNode } from 'react';
import { localeOf } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from './app-context.tsx';

const WORDS = [
  'list',
  'queued',
  'sending',
  'paused',
  'waiting',
  'failed',
  'done',
  'cancelled',
  'interrupted',
  'pause',
  'resume',
  'retry',
  'cancel',
  'dismiss',
  'forget',
  'largePhoto',
  'smallerCopy',
  'stillSending',
] as const;

const REFUSALS = [
  'file-type-refused',
  'file-too-large',
  'too-many-files',
  'too-many-requests',
  'draft-expired',
  'unauthenticated',
  'already-filed',
  'command-not-permitted',
] as const;

const UNITS = ['B', 'kB', 'MB'] as const;

interface UploadFormProps {
  readonly children: ReactNode;
  /** Whose files they become: the draft's or the opened case's. */
  readonly owner: 'draft' | 'case';
  readonly action?: string;
  /** The page that follows when all files have arrived; this one anew unless told. */
  readonly doneHref?: string;
  /** The files are one part of what is asked: the page stays, and names them when the form is sent. */
  readonly stay?: boolean;
}

/**
 * A form that brings files. With JavaScript its first file field sends each chosen file in pieces by the tus
 * protocol: with progress, pause and resumption after a broken connection. Without, the form sends them all.
 */
export function UploadForm({ children, owner, action, doneHref, stay }: UploadFormProps) {
  const t = useT('uploads');
  const { language, uploadScript } = useApp();
  const texts = {
    locale: localeOf(language),
    units: UNITS.map(unit => t(`common:fileSize.${unit}`)),
    // Numbers are filled in by the script.
    words: Object.fromEntries(WORDS.map(word => [word, t(word, { skipInterpolation: true })])),
    refusals: Object.fromEntries(REFUSALS.map(code => [code, t(`refusal.${code}`)])),
  };
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      data-once=""
      data-upload={`/uploads/${owner}`}
      data-done={doneHref}
      data-stay={stay ? '' : undefined}
      data-texts={JSON.stringify(texts)}
    >
      {children}
      <script type="module" src={uploadScript} />
    </form>
  );
}
