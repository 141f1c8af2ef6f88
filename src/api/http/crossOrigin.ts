import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser sent this request on behalf of a page of another origin. Requests of programs carry none of
 * the headers and pass, so clients have to add nothing.
 *
 * The rule is that of Go's `http.CrossOriginProtection`, also for GET: queries cost something, event streams go
 * on, and what a page can't read it can still measure.
 */
export function isCrossOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Old browsers, and every browser where the address is plain http and not loopback. A GET for a picture or a
  // script has no `Origin` there, but a `Referer` unless the page suppresses it.
  const source = headers.origin ?? headers.referer;
  return source !== undefined && URL.parse(source)?.host !== headers.host?.toLowerCase();
}

/** Whether a person follows a link here, in a tab of its own: allowed wherever the answer is a page. */
export function isNavigation({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  );
}
