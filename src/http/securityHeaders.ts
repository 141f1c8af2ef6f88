import type { ServerResponse } from 'node:http';

/**
 * What the pages of the app may do: everything from this origin, nothing from elsewhere. Styles are set by
 * script (Excalidraw), pictures and fonts also made on the spot.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. */
export function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
}

/** The policy for the app's own pages. GraphiQL's page carries its script within, so it has none. */
export function setContentSecurityPolicy(response: ServerResponse): void {
  response.setHeader('content-security-policy', contentSecurityPolicy);
}
