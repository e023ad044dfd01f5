import { z } from 'zod';
import type { CreateDocumentOptions } from 'zod-openapi';

type Override = NonNullable<CreateDocumentOptions['override']>;
type Context = Parameters<Extract<Override, (ctx: never) => void>>[0];

/** What a preprocessing step makes of other inputs is a kindness to forms: the document names what comes out of it. */
function asWhatComesOut({ jsonSchema, zodSchema, io }: Context): void {
  const { def } = zodSchema._zod;
  if (io !== 'input' || def.type !== 'pipe') return;
  const { in: before, out } = def as unknown as { in: z.core.$ZodType; out: z.core.$ZodType };
  if (before._zod.def.type !== 'transform') return;
  const { $schema: _, ...inner } = z.toJSONSchema(out, { io, unrepresentable: 'any', override: refine });
  Object.assign(jsonSchema, inner);
}

/** A field is required when leaving it out is refused: defaults, and lists that may be empty, are not. */
function requireWhatIsNeeded({
  jsonSchema,
  zodSchema,
  io,
}: Pick<Context, 'jsonSchema' | 'zodSchema' | 'io'>): void {
  const { def } = zodSchema._zod;
  if (io !== 'input' || def.type !== 'object') return;
  const { shape } = def as unknown as { shape: Readonly<Record<string, z.ZodType>> };
  const needed = Object.keys(shape).filter(key => shape[key]?.safeParse(undefined).success === false);
  if (needed.length > 0) jsonSchema.required = needed;
  else delete jsonSchema.required;
}

function withoutPattern({ jsonSchema }: Pick<Context, 'jsonSchema'>): void {
  // The format or the type says it; the pattern is a page long, or that of the address.
  const said = jsonSchema.format === 'date-time' || jsonSchema.format === 'date';
  if (said || jsonSchema.type === 'integer') delete jsonSchema.pattern;
}

function refine(ctx: { readonly zodSchema: z.core.$ZodTypes; readonly jsonSchema: object }): void {
  const given = { ...ctx, io: 'input' } as unknown as Context;
  requireWhatIsNeeded(given);
  withoutPattern(given);
}

/** How our Zod schemas become the schemas of an OpenAPI document. */
export const SCHEMA_OPTIONS: CreateDocumentOptions = {
  override: ctx => {
    asWhatComesOut(ctx);
    requireWhatIsNeeded(ctx);
    withoutPattern(ctx);
  },
};
