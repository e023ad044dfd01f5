import { apiDocument } from './openapi-document.server.ts';

/** The API as programs read it. */
export function loader(): Response {
  return Response.json(apiDocument(), {
    headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
  });
}
