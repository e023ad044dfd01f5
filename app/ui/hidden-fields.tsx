/** Values that travel with a form unseen; `undefined` and `null` are left out, lists repeat their name. */
export function HiddenFields({
  values,
}: {
  values: Readonly<Record<string, string | number | readonly string[] | null | undefined>>;
}) {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const list = Array.isArray(value) ? value : [String(value)];
    return list.map(item => <input key={`${name}=${item}`} type="hidden" name={name} value={item} />);
  });
}
