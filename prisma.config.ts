import { defineConfig } from 'prisma/config';

// `prisma generate` only needs the WebAssembly parts that ship with the package; naming any existing file as
// the schema engine keeps it from downloading the native one. See docs/decisions/002-database.md.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
