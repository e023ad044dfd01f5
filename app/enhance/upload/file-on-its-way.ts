import { tellOnItsWay, tellOver } from './file-news.ts';
import type { Memory } from './memory.ts';
import { Row, type RowButton, type RowView } from './row.ts';
import { Sending } from './sending.ts';
import { isLargePhoto, smallerCopy } from './smaller-copy.ts';
import { percentText, say, sizeText, type UploadTexts } from './texts.ts';

type State = 'queued' | 'sending' | 'paused' | 'waiting' | 'failed' | 'done' | 'cancelled';

/** What the files of one form share. */
export interface Surroundings {
  readonly endpoint: string;
  readonly memory: Memory;
  readonly texts: UploadTexts;
  /** Says something to people who don't see the list. */
  announce(text: string): void;
  /** Some file's state is another now. */
  changed(): void;
}

/** States in which a bar says more than words. */
const BARS: ReadonlySet<State> = new Set(['sending', 'paused', 'waiting']);

/** A quarter of a file: how often progress is spoken. */
const SPOKEN_STEPS = 4;

/** A chosen file with its row, from the queue until the server has it. */
export class FileOnItsWay {
  readonly row: Row;
  #state: State = 'queued';
  #file: File;
  #sent = 0;
  #reason = '';
  #mayRetry = false;
  #note: string | undefined;
  #offersCopy: boolean;
  #spoken = 0;
  #sending: Sending;
  readonly #around: Surroundings;

  constructor(file: File, around: Surroundings) {
    this.#file = file;
    this.#around = around;
    this.row = new Row(file.name);
    this.#offersCopy = isLargePhoto(file);
    if (this.#offersCopy) this.#note = say(around.texts, 'largePhoto');
    this.#sending = this.#newSending();
    tellOnItsWay(file);
    this.#show();
  }

  get state(): State {
    return this.#state;
  }

  /** Where the server keeps it; null before it has heard of it. */
  get address(): string | null {
    return this.#sending.address;
  }

  isSameAs(file: File): boolean {
    const { name, size, lastModified } = this.#file;
    return name === file.name && size === file.size && lastModified === file.lastModified;
  }

  isCalled(name: string, size: number): boolean {
    return name === this.#file.name && size === this.#file.size;
  }

  start(): void {
    this.#become('sending');
    void this.#sending.start();
  }

  /** The network is back: no reason to wait any longer. */
  hurry(): void {
    if (this.#state === 'waiting') void this.#sending.hurry();
  }

  #newSending(): Sending {
    const { endpoint, memory } = this.#around;
    return new Sending(this.#file, endpoint, memory, {
      progressed: sent => this.#progress(sent),
      interrupted: () => this.#become('waiting'),
      failed: code => this.#fail(code),
      done: () => {
        this.#sent = this.#file.size;
        tellOver(this.#file);
        this.#become('done');
      },
    });
  }

  #progress(sent: number): void {
    if (this.#state !== 'sending' && this.#state !== 'waiting') return;
    this.#sent = sent;
    const resumed = this.#state === 'waiting';
    this.#state = 'sending';
    const step = Math.floor((SPOKEN_STEPS * sent) / this.#file.size);
    if (step > this.#spoken || resumed) {
      this.#spoken = step;
      this.#speak();
    }
    this.#show();
  }

  #fail(code: string): void {
    const { texts } = this.#around;
    // A refused file is refused again; a connection or a full hour may be better later.
    this.#mayRetry = code === '' || code === 'too-many-requests' || code === 'too-many-files';
    this.#reason = texts.refusals[code] ?? say(texts, 'failed');
    this.#offersCopy = false;
    if (!this.#mayRetry) tellOver(this.#file);
    this.#become('failed');
  }

  #become(state: State): void {
    if (this.#state === state || this.#state === 'cancelled') return;
    this.#state = state;
    this.#show();
    this.#speak();
    this.#around.changed();
  }

  #text(): string {
    const { texts } = this.#around;
    const values = {
      percent: percentText(texts, this.#sent, this.#file.size),
      sent: sizeText(texts, this.#sent),
      total: sizeText(texts, this.#file.size),
    };
    return this.#state === 'failed' ? this.#reason : say(texts, this.#state, values);
  }

  #speak(): void {
    if (this.#state !== 'queued') this.#around.announce(`${this.#file.name}: ${this.#text()}`);
  }

  #show(): void {
    if (this.#state === 'cancelled') return;
    const view: RowView = {
      state: this.#state,
      text: this.#text(),
      buttons: this.#buttons(),
      ...(BARS.has(this.#state) ? { share: this.#sent / this.#file.size } : {}),
      ...(this.#offersCopy && this.#note !== undefined && this.#state !== 'done' ? { note: this.#note } : {}),
    };
    this.row.show(view);
  }

  #buttons(): readonly RowButton[] {
    const button = (key: string, press: () => void) => ({ label: say(this.#around.texts, key), press });
    const cancel = button('cancel', () => this.#cancel());
    const dismiss = button('dismiss', () => this.#cancel());
    const copy = this.#offersCopy ? [button('smallerCopy', () => void this.#sendCopy())] : [];
    switch (this.#state) {
      case 'sending':
      case 'waiting':
        return [button('pause', () => this.#pause()), cancel, ...copy];
      case 'paused':
        return [button('resume', () => this.start()), cancel, ...copy];
      case 'failed':
        return [...(this.#mayRetry ? [button('retry', () => this.start())] : []), dismiss];
      case 'queued':
        return [cancel, ...copy];
      default:
        return [];
    }
  }

  #pause(): void {
    void this.#sending.pause();
    this.#become('paused');
  }

  #cancel(): void {
    void this.#sending.cancel();
    tellOver(this.#file);
    this.#around.announce(`${this.#file.name}: ${say(this.#around.texts, 'cancelled')}`);
    this.#become('cancelled');
    this.row.item.remove();
    this.#around.changed();
  }

  async #sendCopy(): Promise<void> {
    this.#offersCopy = false;
    const wasQueued = this.#state === 'queued';
    await this.#sending.pause();
    const copy = await smallerCopy(this.#file);
    if (copy !== null) {
      await this.#sending.cancel();
      tellOver(this.#file);
      tellOnItsWay(copy);
      this.#file = copy;
      this.#sent = 0;
      this.row.rename(copy.name);
      this.#sending = this.#newSending();
    }
    if (!wasQueued && this.#state !== 'cancelled') {
      this.#state = 'queued';
      this.start();
    }
    this.#show();
  }
}
