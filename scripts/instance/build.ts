import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '#app/platform/project-root.server.ts';

const SOURCES = [
  'app',
  'profiles',
  'public',
  'package-lock.json',
  'react-router.config.ts',
  'vite.config.ts',
] as const;

/** Why the pages have to be built before they can be served; undefined if the build is newer than its sources. */
export function reasonToBuild(): string | undefined {
  const root = projectRoot();
  const build = join(root, 'build', 'server', 'index.js');
  if (!existsSync(build)) return 'there is no build yet';
  const built = statSync(build).mtimeMs;
  const newer = SOURCES.some(source => newestChange(join(root, source)) > built);
  return newer ? 'sources have changed since the last build' : undefined;
}

/** Runs `react-router build`. @throws with its output when it fails */
export async function build(): Promise<void> {
  const command = join(
    dirname(createRequire(import.meta.url).resolve('@react-router/dev/package.json')),
    'bin.cjs',
  );
  const child = spawn(process.execPath, [command, 'build'], {
    cwd: projectRoot(),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`react-router build failed:\n${output}`);
}

/** Milliseconds of the youngest file at or under `path`. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const inside = readdirSync(path).map(name => newestChange(join(path, name)));
  return Math.max(0, ...inside);
}
