/** What the cleaning process made of a file. */
export interface MadeCopy {
  readonly mediaType: string;
  /** Of a document. */
  readonly pages: number | null;
  /** How many small pictures (WebP) lie beside the copy. */
  readonly previews: number;
}

/** Where the small picture with that number (from 0) lies, beside its copy. */
export function previewPath(copyPath: string, number: number): string {
  return `${copyPath}-preview-${number}`;
}
