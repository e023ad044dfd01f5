const PREFIX = 'sandbox:';

/** Whether an organisation is a sandbox: its cases are invented and count nowhere. The database knows the same prefix. */
export function isSandbox(operatorId: string): boolean {
  return operatorId.startsWith(PREFIX);
}

/** The sandbox of an operator, in which its system is tried out. */
export function sandboxOf(operatorId: string): string {
  return `${PREFIX}${operatorId}`;
}
