/**
 * The address of GraphiQL with a document. GraphiQL takes no variables from an address, so they become the defaults of
 * the document's variables.
 * @param variables Strings are names of enum values.
 */
export function graphiqlAddress(document: { toString(): string }, variables: object = {}): string {
  let text = document
    .toString()
    .trim()
    .replace(/^\s*fragment /gm, '\nfragment ');
  for (const [name, value] of Object.entries(variables)) {
    if (value !== null)
      text = text.replace(new RegExp(`(\\$${name}: [\\w![\\]]+)`), `$1 = ${literalOf(value)}`);
  }
  return `/graphql?${new URLSearchParams({ query: text })}`;
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${literalOf(field)}`);
  return `{ ${fields.join(', ')} }`;
}
