import { contentDisposition } from '#app/platform/http/file-response.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { exportOpenCases } from '#app/usecases/answers-csv/export-open-cases.server.ts';
import type { Route } from './+types/answers-csv.ts';
import { deskOf } from './desk-actor.server.ts';

/** The desk's open cases, to be filled in with answers. */
export async function loader({ request }: Route.LoaderArgs): Promise<Response> {
  const desk = deskOf(await requireStaff(request, 'operator'));
  return new Response(await exportOpenCases(desk), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition('attachment', 'recours-answers.csv'),
      'Cache-Control': 'private, no-store',
    },
  });
}
