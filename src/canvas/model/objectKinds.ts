/** As stored and as the API gives them, only connectors have points. */
type WithPoints = { points: unknown };

export function isConnector<T extends object>(object: T): object is Extract<T, WithPoints> {
  return 'points' in object;
}

/** Whether it is a frame or a shape. */
export function isBox<T extends object>(object: T | undefined): object is Exclude<T, WithPoints> {
  return object !== undefined && !isConnector(object);
}
