interface Waiting {
  /** The answer that waits now, if one does. */
  readonly proposal: { readonly id: string } | null;
  readonly sending: 'send' | 'submit' | 'approve' | null;
}

/**
 * What was typed, unless it is about a waiting answer that another one has replaced since: who reads the answer in the
 * second place has to read what would be sent.
 */
export function stillAbout<T extends { readonly proposalId: string }>(
  typed: T | undefined,
  { proposal, sending }: Waiting,
): T | undefined {
  if (typed === undefined || typed.proposalId === '') return typed;
  return sending === 'approve' && proposal?.id === typed.proposalId ? typed : undefined;
}
