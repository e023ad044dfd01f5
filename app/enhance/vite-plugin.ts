import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const SCRIPTS = {
  public: 'app/enhance/public.ts',
  staff: 'app/enhance/staff.ts',
  upload: 'app/enhance/upload/upload.ts',
  verify: 'app/enhance/verify.ts',
  signIn: 'app/enhance/sign-in.ts',
  deviceCopy: 'app/enhance/device-copy.ts',
} as const;

type ScriptName = keyof typeof SCRIPTS;

/** Built each on its own, so that they share no file with the scripts of every page. */
const OFFLINE = 'app/enhance/offline.ts';
const SERVICE_WORKER = 'app/enhance/service-worker.ts';

const VIRTUAL = 'virtual:enhance-scripts';
const RESOLVED = `\0${VIRTUAL}`;

/** React Router's mark of the browser's half of a route module. */
const CLIENT_ROUTE = '?__react-router-build-client-route';

/** One source and everything that it imports as a script without imports or exports. */
async function bundle(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: resolve(path), output: { format: 'iife' } },
    },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error(`${path} was not built`);
  return first.output[0].code;
}

type Addresses = ReadonlyMap<ScriptName, string>;
type Offline = Readonly<Record<'script' | 'worker' | 'build', string>>;

/** The module that tells the server where the scripts are; in development they are served from their sources. */
function addressModule(building: boolean, addresses: Addresses, offline: Offline): string {
  const urls = Object.entries(SCRIPTS).map(([name, path]) => [
    name,
    building ? (addresses.get(name as ScriptName) ?? '') : `/${path}`,
  ]);
  return [
    `export const enhanceScripts = ${JSON.stringify(Object.fromEntries(urls))};`,
    `export const offlineScripts = ${JSON.stringify(offline)};`,
  ].join('\n');
}

/** The browser's half of a route without its exports: after React Router's own step, which would write them here. */
function emptyRoutes(isClientBuild: (environment: string) => boolean): Plugin['transform'] {
  return {
    order: 'post',
    handler(_code, id) {
      if (!isClientBuild(this.environment.name) || !id.endsWith(CLIENT_ROUTE)) return undefined;
      return { code: 'export default null;', map: null, moduleSideEffects: false };
    },
  };
}

/**
 * Pages are rendered on the server only. The browser's build therefore has no route modules and no React, but
 * the enhancement scripts, under hashed names that `virtual:enhance-scripts` tells the server.
 */
export function enhancementScripts(): Plugin {
  let building = false;
  let references = new Map<string, ScriptName>();
  const addresses = new Map<ScriptName, string>();
  let offlineReference = '';
  const offline = { script: `/${OFFLINE}`, worker: '', build: 'development' };
  const isClientBuild = (environment: string) => building && environment === 'client';
  return {
    name: 'recours:enhancement-scripts',
    enforce: 'pre',
    // React Router builds the browser's half first; its names are needed in the server's.
    sharedDuringBuild: true,
    configResolved(config) {
      building = config.command === 'build';
    },
    async buildStart() {
      if (!isClientBuild(this.environment.name)) return;
      references = new Map();
      for (const name of Object.keys(SCRIPTS) as ScriptName[]) {
        const reference = this.emitFile({ type: 'chunk', id: resolve(SCRIPTS[name]), name });
        references.set(reference, name);
      }
      const [source, worker] = await Promise.all([bundle(OFFLINE), bundle(SERVICE_WORKER)]);
      offlineReference = this.emitFile({ type: 'asset', name: 'offline.js', source });
      Object.assign(offline, { worker, build: randomUUID() });
    },
    load(id) {
      return id === RESOLVED ? addressModule(building, addresses, offline) : undefined;
    },
    resolveId(id) {
      return id === VIRTUAL ? RESOLVED : undefined;
    },
    transform: emptyRoutes(isClientBuild),
    generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const [reference, name] of references) addresses.set(name, `/${this.getFileName(reference)}`);
      offline.script = `/${this.getFileName(offlineReference)}`;
    },
  };
}
