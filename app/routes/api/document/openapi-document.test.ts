import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { setEnv } from '#app/platform/env.server.ts';
import { COMMAND_OPERATIONS, type CommandOperationId } from '#app/usecases/operator-api/operations.ts';
import { BODY_EXAMPLES } from './examples.ts';
import { apiDocument } from './openapi-document.server.ts';

// Of a portal in use: a document that names this machine would be a fault of its own.
setEnv({ PUBLIC_URL: 'https://recours.regulator.test' });

test('a public validator finds no fault in the document', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: JSON.stringify(apiDocument()), config });
  expect(found.map(({ ruleId, message, severity }) => `${severity} ${ruleId}: ${message}`)).toEqual([]);
});

test('each command shows a body that its schema takes', () => {
  for (const [id, body] of Object.entries(BODY_EXAMPLES)) {
    if (id === 'answerCase') continue;
    const schema: z.ZodType = COMMAND_OPERATIONS[id as CommandOperationId].body;
    expect(schema.safeParse(body).success).toBe(true);
  }
});
