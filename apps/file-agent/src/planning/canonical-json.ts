/** One text for one value: keys sorted, nothing undefined. What is hashed must not depend on how it was put together. */
export const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  const known = Object.keys(fields).filter((key) => fields[key] !== undefined);
  return `{${known
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`)
    .join(',')}}`;
};
