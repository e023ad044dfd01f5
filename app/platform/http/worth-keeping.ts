/** Characters: shorter texts are typed again faster than they are copied. */
const LEAST = 20;

/** Names of fields whose texts are never shown. */
const SECRET = /password|code|secret|credential|key|token/i;

/** The texts of a form's fields that it would be a pity to lose with a refused form: several words, and no secret. */
export function worthKeeping(fields: Iterable<readonly [name: string, value: unknown]>): readonly string[] {
  const texts = [...fields].flatMap(([name, value]) =>
    typeof value === 'string' && !SECRET.test(name) ? [value.trim()] : [],
  );
  return texts.filter(text => text.length >= LEAST && /\s/.test(text));
}
