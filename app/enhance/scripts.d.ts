declare module 'virtual:enhance-scripts' {
  /** Addresses of the enhancement scripts: hashed in a build, the sources in development. */
  export const enhanceScripts: {
    readonly public: string;
    readonly staff: string;
    readonly upload: string;
  };
}
