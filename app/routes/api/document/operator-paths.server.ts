import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import {
  CaseListShown,
  CaseShown,
  CaseStandingShown,
  MessagesShown,
} from '#app/usecases/operator-api/case-shown.schema.ts';
import { EvidenceQuery } from '#app/usecases/operator-api/evidence-query.schema.ts';
import { ListQuery } from '#app/usecases/operator-api/list-cases.schema.ts';
import { COMMAND_OPERATIONS, type CommandOperationId, READS } from '#app/usecases/operator-api/operations.ts';
import { BODY_EXAMPLES } from './examples.ts';
import { OPERATION_TEXTS } from './operation-texts.ts';
import { problemResponses } from './problem-responses.server.ts';

const CASES = '/api/v1/operator/cases';

const CasePath = z.object({
  reference: z.string().meta({ description: 'Reference of the case.', examples: ['MA-2026-7K3F-9QXM-T'] }),
});

const AcceptLanguage = z.object({
  'accept-language': z
    .enum(['ar', 'de', 'en', 'fr'])
    .optional()
    .meta({ description: 'Of the texts; codes are the same in all languages.' }),
});

const CommandHeaders = AcceptLanguage.extend({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .meta({
      description: 'A new random UUID for each command; the same one when the request is repeated.',
      examples: ['0b0f6d1e-3c63-4d55-8a0c-6a1f7f0c2f11'],
    }),
  'if-match': z
    .string()
    .optional()
    .meta({
      description: 'The ETag of the case as you read it: with another version the command is refused.',
      examples: ['"7"'],
    }),
});

const LimitHeaders = z.object({
  ratelimit: z.string().meta({ description: 'What is left for this key: `"key";r=599;t=60`.' }),
  'ratelimit-policy': z.string().meta({ description: 'Requests and seconds: `"key";q=600;w=60`.' }),
});

const CaseHeaders = LimitHeaders.extend({ etag: z.string().meta({ description: 'Version of the case.' }) });

function answer(schema: z.ZodType, headers: z.ZodObject, description: string) {
  return { '200': { description, headers, content: { 'application/json': { schema } } } };
}

function described(id: keyof typeof OPERATION_TEXTS, scope: string) {
  const { summary, description } = OPERATION_TEXTS[id];
  return {
    operationId: id,
    summary,
    description: `${description} Scope: \`${scope}\`.`,
    tags: ['Operator'],
    security: [{ operatorKey: [] }],
  };
}

/** What an operator with a second reader gets for an answer. */
const WAITING = {
  '202': {
    description:
      "The answer waits for the desk's second reader; the case stands as before and its clock runs on.",
    headers: CaseHeaders,
    content: { 'application/json': { schema: CaseStandingShown } },
  },
};

function commandOperation(id: CommandOperationId): ZodOpenApiOperationObject {
  const { scope, body, errors } = COMMAND_OPERATIONS[id];
  return {
    ...described(id, scope),
    requestParams: { path: CasePath, header: CommandHeaders },
    requestBody: {
      required: true,
      content: { 'application/json': { schema: body, example: BODY_EXAMPLES[id] } },
    },
    responses: {
      ...answer(CaseStandingShown, CaseHeaders, 'How the case stands now.'),
      ...(id === 'answerCase' && WAITING),
      ...problemResponses(errors),
    },
  };
}

function commandPaths(): ZodOpenApiPathsObject {
  const ids = Object.keys(COMMAND_OPERATIONS) as CommandOperationId[];
  return Object.fromEntries(
    ids.map(id => [`${CASES}/{reference}/${COMMAND_OPERATIONS[id].segment}`, { post: commandOperation(id) }]),
  );
}

const LIST: ZodOpenApiOperationObject = {
  ...described('listCases', READS.listCases.scope),
  requestParams: { query: ListQuery, header: AcceptLanguage },
  responses: {
    ...answer(CaseListShown, LimitHeaders, 'A page of cases.'),
    ...problemResponses(READS.listCases.errors),
  },
};

const ONE: ZodOpenApiOperationObject = {
  ...described('getCase', READS.getCase.scope),
  requestParams: { path: CasePath, header: AcceptLanguage },
  responses: {
    ...answer(CaseShown, CaseHeaders, 'The case.'),
    ...problemResponses(READS.getCase.errors),
  },
};

const MESSAGES: ZodOpenApiOperationObject = {
  ...described('listMessages', READS.listMessages.scope),
  requestParams: { path: CasePath, header: AcceptLanguage },
  responses: {
    ...answer(MessagesShown, CaseHeaders, 'The messages, oldest first.'),
    ...problemResponses(READS.listMessages.errors),
  },
};

const EVIDENCE: ZodOpenApiOperationObject = {
  ...described('getEvidence', READS.getEvidence.scope),
  requestParams: {
    path: z.object({ evidenceId: z.string().meta({ description: 'Id of the file in its case.' }) }),
    query: EvidenceQuery,
    header: AcceptLanguage,
  },
  responses: {
    '200': {
      description: 'The file.',
      headers: LimitHeaders,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    ...problemResponses(READS.getEvidence.errors),
  },
};

/** What operators' systems may ask, out of the tables that answer them. */
export function operatorPaths(): ZodOpenApiPathsObject {
  const commands = commandPaths();
  const messages = `${CASES}/{reference}/${COMMAND_OPERATIONS.sendMessage.segment}`;
  return {
    [CASES]: { get: LIST },
    [`${CASES}/{reference}`]: { get: ONE },
    ...commands,
    [messages]: { get: MESSAGES, ...commands[messages] },
    '/api/v1/operator/evidence/{evidenceId}': { get: EVIDENCE },
  };
}
