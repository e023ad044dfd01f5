/** A file that somebody sends to do harm, or that is broken. */
export interface HostileFile {
  /** What is wrong with it, in words: one name for all files of one idea. */
  readonly kind: string;
  readonly fileName: string;
  readonly content: Buffer;
}

export const SCRIPT = '<script>alert(document.domain)</script>';

export const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;

export function file(
  kind: string,
  fileName: string,
  ...parts: readonly (string | Uint8Array)[]
): HostileFile {
  const content = Buffer.concat(
    parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  return { kind, fileName, content };
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
