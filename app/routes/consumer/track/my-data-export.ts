import { Readable } from 'node:stream';
import { now } from '#app/platform/clock.server.ts';
import { contentDisposition } from '#app/platform/http/file-response.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { exportCaseData } from '#app/usecases/retention/export-case-data.server.ts';
import type { Route } from './+types/my-data-export.ts';
import { PRIVATE_PAGE, requireComplainant } from './open-case.server.ts';

/** Everything about the complainant of the opened case, as a ZIP that is never whole in memory. */
export async function loader({ request }: Route.LoaderArgs) {
  const actor = await requireComplainant(request);
  const { reference, stream } = await orErrorPage(() => exportCaseData(actor, now().toISOString()));
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      ...PRIVATE_PAGE,
      'Content-Type': 'application/zip',
      'Content-Disposition': contentDisposition('attachment', `${reference}.zip`),
    },
  });
}
