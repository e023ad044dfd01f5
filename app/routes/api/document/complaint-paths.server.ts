import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import type { ErrorCode } from '#app/domain/shared/errors.ts';
import { complaintSchema } from '#app/usecases/complaints/read-complaint.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { COMPLAINT_EXAMPLE } from './examples.ts';
import { problemResponses } from './problem-responses.server.ts';

/** What the two operations can be refused for; a test produces each. */
export const COMPLAINT_ERRORS = {
  fileComplaint: [
    'malformed-request',
    'idempotency-conflict',
    'request-too-large',
    'file-too-large',
    'unsupported-media-type',
    'file-type-refused',
    'invalid-input',
    'not-admissible',
    'too-many-files',
    'too-many-requests',
    'internal',
  ],
  readComplaint: [
    'unauthenticated',
    'receipt-refused',
    'invalid-input',
    'reference-mistyped',
    'too-many-requests',
    'internal',
  ],
} as const satisfies Record<string, readonly ErrorCode[]>;

const Filed = z
  .object({
    reference: z.string(),
    code: z.string().meta({ description: 'Opens the complaint; shown here and nowhere else.' }),
    state: z.literal('filed'),
    filedAt: z.iso.datetime(),
    links: z.object({ self: z.url(), track: z.url() }),
  })
  .meta({ id: 'FiledComplaint' });

const Shown = z
  .looseObject({
    reference: z.string(),
    state: z.string(),
    stateText: z.string(),
    next: z.looseObject({ kind: z.string(), party: z.string(), dueAt: z.string().nullish() }),
    clocks: z.array(z.looseObject({ kind: z.string(), state: z.string(), dueAt: z.string() })),
    timeline: z.array(z.looseObject({ seq: z.int(), type: z.string(), at: z.string(), text: z.string() })),
  })
  .meta({ id: 'Complaint' });

const FilingHeaders = z.object({
  'idempotency-key': z.string().min(1).max(255).optional().meta({
    description: 'With it, a repeated request gets the first answer and files nothing.',
  }),
});

/** Filing and following a complaint, for everybody. */
export function complaintPaths(): ZodOpenApiPathsObject {
  const complaint = complaintSchema(activeProfile());
  const file = z.file().meta({ override: { type: 'string', format: 'binary' } });
  return {
    '/api/v1/complaints': {
      post: {
        operationId: 'fileComplaint',
        summary: 'File a complaint',
        description: 'As JSON, or with files as a form: the same checks as in the portal, the same case.',
        tags: ['Complaints'],
        security: [],
        requestParams: { header: FilingHeaders },
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: complaint, example: COMPLAINT_EXAMPLE },
            'multipart/form-data': {
              schema: z.object({ complaint: z.string(), evidence: z.array(file).max(10).optional() }),
            },
          },
        },
        responses: {
          '201': {
            description: 'Filed, and safely stored.',
            headers: z.object({ location: z.string() }),
            content: { 'application/json': { schema: Filed } },
          },
          ...problemResponses(COMPLAINT_ERRORS.fileComplaint),
        },
      },
    },
    '/api/v1/complaints/{reference}': {
      get: {
        operationId: 'readComplaint',
        summary: 'Read a complaint with its receipt',
        description: 'How the case stands, whose turn it is, and each clock with its trace.',
        tags: ['Complaints'],
        security: [{ receipt: [] }],
        requestParams: { path: z.object({ reference: z.string() }) },
        responses: {
          '200': { description: 'The complaint.', content: { 'application/json': { schema: Shown } } },
          ...problemResponses(COMPLAINT_ERRORS.readComplaint),
        },
      },
    },
  };
}
