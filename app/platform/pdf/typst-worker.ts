import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// A thread of its own: reading the fonts takes a fifth of a second, in which the web process goes on answering.

interface Order {
  readonly id: number;
  /** Path of the template. */
  readonly template: string;
  readonly folder: string;
  /** JSON that the template reads. */
  readonly document: string;
}

/**
 * Folders of typefaces, by package. Later versions of the Arabic one build letters of a skeleton and dots, which no
 * program that copies text from a PDF puts together again; this one has a shape for each letter.
 */
const FONTS = {
  'noto-sans': ['400Regular', '700Bold'],
  'noto-naskh-arabic': ['.'],
} as const;

/** Compiled documents are kept for the next compilation; other people's must not stay. */
const KEPT_COMPILATIONS = 0;

function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return Object.entries(FONTS).flatMap(([family, weights]) => {
    const folder = dirname(resolve(`@expo-google-fonts/${family}/package.json`));
    return weights.map(weight => join(folder, weight));
  });
}

const compilers = new Map<string, NodeCompiler>();

function compilerFor(folder: string): NodeCompiler {
  const made =
    compilers.get(folder) ??
    NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontPaths() }] });
  compilers.set(folder, made);
  return made;
}

function compile(compiler: NodeCompiler, order: CompileDocArgs): Uint8Array<ArrayBuffer> {
  try {
    const compiled = compiler.compile(order);
    const problem = compiled.takeError();
    if (problem !== null) throw new Error(JSON.stringify(compiler.fetchDiagnostics(problem)));
    if (compiled.result === null) throw new Error('nothing was compiled');
    return new Uint8Array(compiler.pdf(compiled.result));
  } finally {
    compiler.evictCache(KEPT_COMPILATIONS);
  }
}

parentPort?.on('message', ({ id, template, folder, document }: Order) => {
  try {
    const pdf = compile(compilerFor(folder), { mainFilePath: template, inputs: { document } });
    parentPort?.postMessage({ id, pdf }, [pdf.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, problem: String(error) });
  }
});
