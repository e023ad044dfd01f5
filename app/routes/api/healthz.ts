/** The process answers: what it depends on is /readyz's. */
export function loader(): Response {
  return new Response('ok\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
}
