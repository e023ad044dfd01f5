import { FileOnItsWay, type Surroundings } from './file-on-its-way.ts';
import { findInterrupted, type Interrupted } from './interrupted.ts';
import { memoryOf } from './memory.ts';
import { readTexts, say } from './texts.ts';

// Sends the files of a form marked `data-upload` one after the other, in pieces, so that a weak or broken connection
// loses nothing. Without this script the same form sends its files by itself.

/** Files that are sent or will be without anybody's doing. */
const UNDER_WAY = new Set(['queued', 'sending', 'waiting']);

class UploadForm {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #list = document.createElement('ul');
  readonly #status = document.createElement('p');
  readonly #hint = document.createElement('p');
  readonly #around: Surroundings;
  #files: FileOnItsWay[] = [];
  #interrupted: readonly Interrupted[] = [];
  /** Uploads that the form already names. */
  readonly #named = new Set<string>();
  /** The button that was pressed while files were on their way. */
  #goOn: HTMLElement | null | undefined;

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    this.#form = form;
    this.#input = input;
    const endpoint = form.dataset.upload ?? '';
    this.#around = {
      endpoint,
      memory: memoryOf(endpoint),
      texts: readTexts(form),
      announce: text => {
        this.#status.textContent = text;
      },
      changed: () => this.#changed(),
    };
    this.#list.className = 'upload-list';
    this.#list.setAttribute('aria-label', say(this.#around.texts, 'list'));
    this.#list.hidden = true;
    this.#status.className = 'sr-only';
    this.#status.setAttribute('role', 'status');
    this.#hint.className = 'upload-hint';
    this.#hint.setAttribute('role', 'status');
    input.after(this.#list, this.#status, this.#hint);
  }

  begin(): void {
    this.#input.addEventListener('change', () => this.#take());
    this.#form.addEventListener('submit', event => this.#submit(event), { capture: true });
    window.addEventListener('online', () => {
      for (const file of this.#files) file.hurry();
    });
    // Where several fields ask for files, nobody knows for which one it was.
    if (!this.#stays) void this.#showInterrupted();
    // Chosen before this script was there.
    if (this.#input.files?.length) this.#take();
  }

  async #showInterrupted(): Promise<void> {
    const { memory, texts } = this.#around;
    const found = await findInterrupted({ memory, texts });
    this.#interrupted = found.filter(({ name, size }) => !this.#isChosen(name, size));
    this.#list.append(...this.#interrupted.map(({ row }) => row.item));
    this.#list.hidden = this.#list.childElementCount === 0;
  }

  #isChosen(name: string, size: number): boolean {
    return this.#files.some(file => file.isCalled(name, size));
  }

  #take(): void {
    for (const file of this.#input.files ?? []) {
      if (this.#files.some(known => known.state !== 'cancelled' && known.isSameAs(file))) continue;
      for (const { name, size, row } of this.#interrupted) {
        if (name === file.name && size === file.size) row.item.remove();
      }
      const added = new FileOnItsWay(file, this.#around);
      this.#files.push(added);
      this.#list.append(added.row.item);
    }
    // The form must not send them once more.
    this.#input.value = '';
    this.#changed();
  }

  /** One file at a time: a weak connection brings one whole file rather than parts of many. */
  #changed(): void {
    this.#files = this.#files.filter(({ state }) => state !== 'cancelled');
    this.#list.hidden = this.#list.childElementCount === 0;
    const states = this.#files.map(({ state }) => state);
    if (!states.some(state => state === 'sending' || state === 'waiting')) {
      this.#files.find(({ state }) => state === 'queued')?.start();
    }
    if (this.#stays) this.#nameFiles();
    if (states.length > 0 && states.every(state => state === 'done')) this.#finish();
  }

  /** The files are one part of what the form asks for. */
  get #stays(): boolean {
    return this.#form.dataset.stay !== undefined;
  }

  /** Tells the server which of its fields each file was chosen in. */
  #nameFiles(): void {
    const name = this.#input.name.replace(/[^.]+$/, 'uploads');
    for (const file of this.#files.filter(({ state }) => state === 'done')) {
      const id = file.address?.split('/').at(-1) ?? '';
      if (id === '' || this.#named.has(id)) continue;
      this.#named.add(id);
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name, value: id });
      this.#list.after(field);
    }
  }

  #finish(): void {
    const { done } = this.#form.dataset;
    // The form asks for nothing but files: sent without any, it would be refused.
    if (done !== undefined) location.assign(done);
    else if (this.#goOn !== undefined) this.#form.requestSubmit(this.#goOn);
    else if (!this.#stays) location.assign(location.pathname);
  }

  /** Going on waits for the files; a second press leaves them behind. */
  #submit(event: SubmitEvent): void {
    const isUnderWay = this.#files.some(({ state }) => UNDER_WAY.has(state));
    const filesAlone = this.#form.dataset.done !== undefined;
    const isDone = filesAlone && this.#files.some(({ state }) => state === 'done');
    if (!isUnderWay && !isDone) return;
    const again = this.#goOn !== undefined;
    if (again && !filesAlone) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isUnderWay || again) {
      this.#finish();
      return;
    }
    this.#goOn = event.submitter;
    this.#hint.textContent = say(this.#around.texts, 'stillSending');
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    new UploadForm(form, input).begin();
  }
}
