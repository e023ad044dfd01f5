/** How a case came in: `web`, `api`, or `import:<source>` for one that another system took. */
const IMPORT_PREFIX = 'import:';

export function importSource(source: string): string {
  return `${IMPORT_PREFIX}${source}`;
}

/** Whether the case comes from another system: it has its own dates and outcome and no clock of ours. */
export function isImported(source: string): boolean {
  return source.startsWith(IMPORT_PREFIX);
}
