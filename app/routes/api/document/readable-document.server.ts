import { z } from 'zod';
import type { ApiDocument } from './openapi-document.server.ts';

const REFERENCE = '#/components/schemas/';

interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly description?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    items: Schema.optional(),
    anyOf: z.array(Schema).optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
  }),
);

const Content = z.record(
  z.string(),
  z.object({
    schema: Schema.optional(),
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.object({ value: z.object({ title: z.string() }) })).optional(),
  }),
);

const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
  parameters: z
    .array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.boolean().default(false),
        description: z.string().default(''),
        schema: Schema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
type Operation = z.output<typeof Operation>;

const Readable = z.object({
  info: z.object({ description: z.string() }),
  servers: z.tuple([z.object({ url: z.string() })]),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post']), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

/** A field of a request, of an answer or of a type, as a line of a table. */
export interface ReadableField {
  readonly name: string;
  /** Of a parameter: path, query or header. */
  readonly where: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

interface ReadableError {
  readonly status: string;
  readonly code: string;
  readonly title: string;
}

/** An operation as people read it. */
export interface ReadableOperation {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ReadableField[];
  readonly body: readonly ReadableField[];
  /** Name of the type that it answers with. */
  readonly answer: string | null;
  readonly errors: readonly ReadableError[];
  readonly curl: string;
}

export interface ReadableType {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly ReadableField[];
}

export interface ReadableDocument {
  readonly description: string;
  readonly operations: readonly ReadableOperation[];
  readonly types: readonly ReadableType[];
}

/** The type of a value in one line: a name of a type, "string or null", "array of Evidence". */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.replace(REFERENCE, '');
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.items !== undefined) return `array of ${typeOf(schema.items)}`;
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  const { type = 'any', format } = schema;
  const names = Array.isArray(type) ? type.join(' or ') : String(type);
  return format === undefined ? names : `${names} (${format})`;
}

/** The fields of an object, those of objects in it by their path. */
function fieldsOf(schema: Schema, before = ''): readonly ReadableField[] {
  const inner = schema.items ?? schema;
  return Object.entries(inner.properties ?? {}).flatMap(([key, value]) => {
    const name = `${before}${key}`;
    const required = inner.required?.includes(key) ?? false;
    const nested = value.$ref === undefined ? fieldsOf(value, `${name}${value.items ? '[]' : ''}.`) : [];
    const type = nested.length > 0 ? (value.items ? 'array' : 'object') : typeOf(value);
    return [{ name, where: '', type, required, description: value.description ?? '' }, ...nested];
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const EXAMPLE_VALUES: Readonly<Record<string, string>> = {
  reference: 'MA-2026-7K3F-9QXM-T',
  evidenceId: '3f1c1c1e-6d0a-4a55-9a53-6d9d9a1c6f10',
};

/** A call of the operation, to be copied into a terminal. */
function curlOf(operation: Operation, method: string, address: string): string {
  const url = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLE_VALUES[name] ?? name);
  const [scheme] = operation.security.flatMap(Object.keys);
  const credentials = { operatorKey: 'Bearer $RECOURS_KEY', receipt: 'Receipt 7K3F-9QXM-T2AB-0CDE' };
  const given = scheme === undefined ? undefined : credentials[scheme as keyof typeof credentials];
  const lines = [`curl${method === 'post' ? ' -X POST' : ''} ${quoted(url)}`];
  if (given !== undefined) lines.push(`-H "Authorization: ${given}"`);
  if (method === 'post') {
    lines.push('-H "Idempotency-Key: $(uuidgen)"', `-H 'Content-Type: application/json'`);
    const example = operation.requestBody?.content['application/json']?.example;
    lines.push(`-d ${quoted(JSON.stringify(example, null, 2))}`);
  }
  return lines.join(' \\\n  ');
}

function errorsOf({ responses }: Operation): readonly ReadableError[] {
  return Object.entries(responses).flatMap(([status, { content }]) =>
    Object.entries(content?.['application/problem+json']?.examples ?? {}).map(([code, { value }]) => ({
      ...{ status, code, title: value.title },
    })),
  );
}

function readable(
  operation: Operation,
  { method, path, server }: { method: string; path: string; server: string },
) {
  const { operationId: id, tags, summary, description, parameters, requestBody, responses } = operation;
  const ok = responses['200'] ?? responses['201'];
  const answer = ok?.content?.['application/json']?.schema?.$ref?.replace(REFERENCE, '') ?? null;
  const body = requestBody?.content['application/json']?.schema;
  return {
    ...{ id, summary, description, path, answer, tag: tags[0] ?? '', method: method.toUpperCase() },
    parameters: parameters.map(({ name, in: where, required, description: meaning, schema }) => ({
      ...{ name, where, required, description: meaning, type: typeOf(schema) },
    })),
    body: body === undefined ? [] : fieldsOf(body),
    errors: errorsOf(operation),
    curl: curlOf(operation, method, `${server}${path}`),
  };
}

/** The document as people read it on a page: what is in it and nothing else. */
export function readableDocument(document: ApiDocument): ReadableDocument {
  const { info, paths, components, servers } = Readable.parse(document);
  const server = servers[0].url;
  return {
    description: info.description,
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => readable(operation, { method, path, server })),
    ),
    types: Object.entries(components.schemas).map(([name, schema]) => ({
      ...{ name, description: schema.description ?? '', fields: fieldsOf(schema) },
    })),
  };
}
