import { publishedKeyPem } from '#app/usecases/receipts/published-keys.server.ts';

/** The present public key, for openssl. */
export function loader() {
  return new Response(publishedKeyPem(), { headers: { 'Content-Type': 'application/x-pem-file' } });
}
