import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../project-root.server.ts';
import { onShutdown } from '../shutdown.server.ts';

type Answer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly problem: string });

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

function folder(): string {
  return join(projectRoot(), 'app', 'platform', 'pdf');
}

function settle(answer: Answer): void {
  const order = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) worker?.unref();
  if (order === undefined) return;
  if ('pdf' in answer) order.resolve(answer.pdf);
  else order.reject(new Error(`Typst refused the document: ${answer.problem}`));
}

function fail(error: Error): void {
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function startWorker(): Worker {
  const started = new Worker(join(folder(), 'typst-worker.ts'), { execArgv: ['--no-warnings'] });
  started.on('message', settle);
  started.on('error', fail);
  onShutdown('typst', async () => {
    await started.terminate();
  });
  return started;
}

/** Marks over Arabic letters: set with its mark, a letter can't be copied out of the PDF; it reads as well without. */
const ARABIC_MARKS = /[\u064B-\u0652]/gu;

/**
 * A PDF from one of the Typst templates beside this file, made in a thread of its own.
 * @param document what the template reads as JSON; texts in it are shown, never interpreted
 * @throws when the template or the document is faulty
 */
export function makePdf(template: string, document: object): Promise<Uint8Array> {
  worker ??= startWorker();
  worker.ref();
  orders += 1;
  const id = orders;
  const order = {
    id,
    template: join(folder(), `${template}.typ`),
    folder: folder(),
    document: JSON.stringify(document).replaceAll(ARABIC_MARKS, ''),
  };
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage(order);
  });
}
