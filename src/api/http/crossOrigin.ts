import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser sent this request for a page of another origin. Requests of programs have none of these headers and
 * pass.
 *
 * The rule is that of Go's `http.CrossOriginProtection`, applied to GET as well: queries cost time, event streams last,
 * and a page can measure a response that it can't read.
 */
export function isCrossOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Old browsers, and all browsers over plain http to other hosts. There, a GET for an image or a script has no
  // `Origin`, but a `Referer` unless the page suppresses it.
  const source = headers.origin ?? headers.referer;
  return source !== undefined && URL.parse(source)?.host !== headers.host?.toLowerCase();
}

/** Whether a person follows a link in a top-level tab: allowed where the response is a page. */
export function isNavigation({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  );
}
