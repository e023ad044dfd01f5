import { checkReadiness } from '#app/usecases/instance/check-readiness.server.ts';

/** Whether the instance can do its work, by what it depends on; 503 tells a load balancer to wait. */
export async function loader(): Promise<Response> {
  const readiness = await checkReadiness();
  const status = readiness.ready ? 200 : 503;
  return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } });
}
