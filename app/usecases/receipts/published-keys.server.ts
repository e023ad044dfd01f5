import { receiptKeyPem, receiptKeys } from '#app/platform/receipt-key.server.ts';

/** The public keys as a JSON Web Key Set (RFC 8037): the present one first. */
export function publishedKeys() {
  return {
    keys: receiptKeys().map(({ id, publicKey }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      use: 'sig',
      kid: id,
      x: publicKey,
    })),
  };
}

/** The present public key as PEM. */
export function publishedKeyPem(): string {
  return receiptKeyPem();
}
