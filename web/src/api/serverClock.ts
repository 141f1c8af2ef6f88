/** In ms. Smaller differences can come from the network, and from the header, which has whole seconds. */
const tolerance = 2_000;

let offset = 0;

/** Compares the browser's clock with the `Date` header of a response. */
export function noteServerTime(date: string | null): void {
  const difference = Date.parse(date ?? '') - Date.now();
  if (Number.isNaN(difference)) return;
  offset = Math.abs(difference) > tolerance ? difference : 0;
}

/** The server's time, in ms since 1970. The API's times are the server's, and the browser's clock may be wrong. */
export function serverNow(): number {
  return Date.now() + offset;
}
