import { build, reasonToBuild } from '#scripts/instance/build.ts';
import { startTemplateServer } from '#scripts/testing/template-server.ts';

/** Once a run: the pages are built, and one database server with a migrated template serves every instance. */
export default async function setup(): Promise<() => Promise<void>> {
  const building = reasonToBuild() ? build() : undefined;
  building?.catch(() => undefined);
  const server = await startTemplateServer();
  try {
    await building;
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env.E2E_SUPERUSER_URL = server.superuserUrl;
  process.env.E2E_TEMPLATE_URL = server.templateUrl;
  return server.stop;
}
