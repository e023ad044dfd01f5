import type { ReactNode } from 'react';

export type TagTone = 'neutral' | 'accent' | 'good' | 'attention' | 'bad';

/** A state in words; the tone only repeats what the words say. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** References, codes and numbers: left to right in every language, evenly spaced. */
export function Reference({ children, large }: { children: ReactNode; large?: boolean }) {
  return (
    <bdi dir="ltr" className={large ? 'reference reference-large' : 'reference'}>
      {children}
    </bdi>
  );
}
