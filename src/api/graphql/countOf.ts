/** Number of all objects of a connection. Pothos puts it on the connection: as a number, or as a function that counts when asked. */
export function countOf(connection: object): number | Promise<number> {
  const count = 'totalCount' in connection ? connection.totalCount : undefined;
  return typeof count === 'function' ? count() : Number(count);
}
