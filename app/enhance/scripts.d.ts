declare module 'virtual:enhance-scripts' {
  /** Addresses of the enhancement scripts: hashed in a build, the sources in development. */
  export const enhanceScripts: {
    readonly public: string;
    readonly staff: string;
    readonly upload: string;
    readonly verify: string;
    readonly signIn: string;
    readonly deviceCopy: string;
  };

  /** The offline wizard's script by its address, the service worker by its text (none in development). */
  export const offlineScripts: { readonly script: string; readonly worker: string; readonly build: string };
}
