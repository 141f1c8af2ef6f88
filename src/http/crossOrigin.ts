import type { IncomingMessage } from 'node:http';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a browser sent this request on behalf of a page of another origin, in a way that could change
 * something. Requests of programs carry neither header and pass. The rule is that of Go's
 * `http.CrossOriginProtection`; no header has to be added by clients.
 */
export function isForgedRequest(request: IncomingMessage): boolean {
  return !safeMethods.includes(request.method ?? 'GET') && isCrossOrigin(request);
}

/** Whether a browser opens this WebSocket for a page of another origin: the handshake is a GET, yet not safe. */
export function isForgedUpgrade(request: IncomingMessage): boolean {
  return isCrossOrigin(request);
}

function isCrossOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  try {
    return new URL(headers.origin).host !== headers.host;
  } catch {
    return true;
  }
}
