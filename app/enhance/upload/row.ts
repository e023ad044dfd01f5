/** What a file's row looks like; `interrupted` is one from an earlier visit whose file must be chosen again. */
export type RowState = 'queued' | 'sending' | 'paused' | 'waiting' | 'failed' | 'done' | 'interrupted';

export interface RowButton {
  readonly label: string;
  press(): void;
}

/** What a row shows at a time. */
export interface RowView {
  readonly state: RowState;
  readonly text: string;
  /** From 0 to 1; no bar without. */
  readonly share?: number;
  readonly note?: string;
  readonly buttons: readonly RowButton[];
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** One file in the list: its name, how far it is in words and as a bar, and what can be done. */
export class Row {
  readonly item = document.createElement('li');
  readonly #name = document.createElement('bdi');
  readonly #text = element('p', 'upload-state');
  readonly #note = element('p', 'hint');
  readonly #progress = document.createElement('progress');
  readonly #buttons = element('div', 'button-row');
  #shown = '';

  constructor(name: string) {
    const heading = element('p', 'upload-name');
    heading.append(this.#name);
    this.#progress.max = 1;
    this.item.append(heading, this.#progress, this.#text, this.#note, this.#buttons);
    this.rename(name);
  }

  rename(name: string): void {
    this.#name.textContent = name;
    this.#progress.setAttribute('aria-label', name);
  }

  show({ state, text, share, note, buttons }: RowView): void {
    this.item.dataset.state = state;
    this.#text.textContent = text;
    this.#note.textContent = note ?? '';
    this.#note.hidden = note === undefined;
    this.#progress.hidden = share === undefined;
    this.#progress.value = share ?? 0;
    this.#offer(buttons);
  }

  /** Buttons are only made anew when they change: who is about to press one must not lose it. */
  #offer(buttons: readonly RowButton[]): void {
    const wanted = buttons.map(({ label }) => label).join('\n');
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    const focused = this.#buttons.contains(document.activeElement);
    this.#buttons.replaceChildren(...buttons.map(button => this.#buttonFor(button)));
    this.#buttons.hidden = buttons.length === 0;
    if (focused) this.#buttons.querySelector('button')?.focus();
  }

  #buttonFor({ label, press }: RowButton): HTMLButtonElement {
    const button = element('button', 'btn btn-secondary btn-small');
    button.type = 'button';
    const about = element('span', 'sr-only');
    about.textContent = ` ${this.#name.textContent}`;
    button.append(label, about);
    button.addEventListener('click', press);
    return button;
  }
}
