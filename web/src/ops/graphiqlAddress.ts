/** The address of GraphiQL with a document and its variables. */
export function graphiqlAddress(document: { toString(): string }, variables?: object): string {
  const search = new URLSearchParams({ query: document.toString().trim() });
  if (variables) search.set('variables', JSON.stringify(variables, null, 2));
  return `/graphql?${search}`;
}
