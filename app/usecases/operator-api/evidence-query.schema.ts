import { z } from 'zod';

/** Which form of a file is asked for. */
export const EvidenceQuery = z.strictObject({
  version: z.enum(['copy', 'original'], 'not-an-option').default('copy').meta({
    description: 'The cleaned copy, or the file as it came where your role may have it.',
  }),
});
