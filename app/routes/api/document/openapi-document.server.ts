import { createDocument, type ZodOpenApiObject } from 'zod-openapi';
import { env } from '#app/platform/env.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { complaintPaths } from './complaint-paths.server.ts';
import { operatorPaths } from './operator-paths.server.ts';
import { SCHEMA_OPTIONS } from './schema-options.server.ts';

export type ApiDocument = ReturnType<typeof createDocument>;

const DESCRIPTION = `Complaints of telecom customers: filing and following them, and answering them as an operator.

Refusals are problem documents (RFC 9457); \`type\` ends in a code that stays the same, texts come in the language of Accept-Language. Operators' systems bring a key as \`Authorization: Bearer\`; keys that begin with \`recours_test_\` reach invented cases only. Every command carries an Idempotency-Key, and may name in If-Match the version that it was decided on.`;

function blueprint(): ZodOpenApiObject {
  const { regulator } = activeProfile();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Recours API',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      contact: { name: regulator.name.en, email: regulator.contact.email },
    },
    servers: [{ url: env().PUBLIC_URL, description: 'This portal' }],
    tags: [
      { name: 'Operator', description: "For operators' own systems, with a key." },
      { name: 'Complaints', description: 'For everybody, without a key.' },
    ],
    paths: { ...operatorPaths(), ...complaintPaths() },
    components: {
      securitySchemes: {
        operatorKey: {
          type: 'http',
          scheme: 'bearer',
          description: "A key that an administrator of the operator's desk made in its settings.",
        },
        receipt: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Receipt ` and the code of the receipt.',
        },
      },
    },
  };
}

let made: { readonly key: string; readonly document: ApiDocument } | undefined;

/** The OpenAPI document of this instance, made once from the schemas that check requests and the tables that answer. */
export function apiDocument(): ApiDocument {
  const key = `${activeProfile().id} ${env().PUBLIC_URL}`;
  if (made?.key !== key) made = { key, document: createDocument(blueprint(), SCHEMA_OPTIONS) };
  return made.document;
}
