import { publishedKeys } from '#app/usecases/receipts/published-keys.server.ts';

/** Every public key that signed receipts of this portal, as a JSON Web Key Set. */
export function loader() {
  return new Response(`${JSON.stringify(publishedKeys(), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/jwk-set+json', 'Access-Control-Allow-Origin': '*' },
  });
}
