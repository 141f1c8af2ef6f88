/** What a request asks for; `host` only where the target names one (the absolute form, which proxies use). */
export type RequestTarget = { path: string; query: string; host: string | null };

/** A second slash would begin a host, for those who resolve it against a base. */
const originForm = /^\/(?!\/)/;
const absoluteForm = /^https?:\/\/[^/]/i;

/**
 * No backslash may be in a path (RFC 3986), and a URL parser reads it as a slash: `/x\..\metrics` is `/metrics`, for
 * which a proxy that does not read it so has no rule.
 */
const backslashInPath = /^[^?]*\\/;

/**
 * Reads the target of a request line (RFC 9112, section 3.2). Never throws, unlike `new URL`.
 * @returns Null for what is neither a path nor an http(s) URL.
 */
export function parseRequestTarget(target: string | undefined): RequestTarget | null {
  const absolute = target !== undefined && absoluteForm.test(target);
  if (target === undefined || backslashInPath.test(target) || !(absolute || originForm.test(target)))
    return null;
  const url = URL.parse(target, 'http://localhost');
  // Dot segments are resolved by now, and may have left a double slash at the beginning.
  if (url === null || !originForm.test(url.pathname)) return null;
  return { path: url.pathname, query: url.search, host: absolute ? url.host : null };
}
