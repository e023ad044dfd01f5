/** What the page's other script is told of a chosen file: it is on its way, or no longer. */
export interface FileNews {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The file while it is on its way. */
  readonly onItsWay: File | null;
}

const NAME = 'recours:file';

function tell(detail: FileNews): void {
  document.dispatchEvent(new CustomEvent<FileNews>(NAME, { detail }));
}

export function tellOnItsWay(file: File): void {
  tell({ name: file.name, size: file.size, onItsWay: file });
}

/** It has arrived, or nobody wants it to any more. */
export function tellOver({ name, size }: Pick<File, 'name' | 'size'>): void {
  tell({ name, size, onItsWay: null });
}

export function hearOfFiles(hear: (news: FileNews) => void): void {
  document.addEventListener(NAME, event => hear((event as CustomEvent<FileNews>).detail));
}
