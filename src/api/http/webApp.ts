import { existsSync } from 'node:fs';
import sirv, { type RequestHandler } from 'sirv';
import type { Config } from '../../config.ts';
import type { Route } from '../../service/http/httpServer.ts';
import { answerJson } from '../../service/http/readiness.ts';

/** Files whose names change with their content: the build puts a hash at the end of the name. */
const hashedName = /^\/assets\/[^/]+-[\w-]{8}\.\w+$|^\/assets-excalidraw\/.+-[\da-f]{32}\.\w+$/;

const yearInSeconds = 31_536_000;

/**
 * Serves the built web app: files as they are, or as the build has compressed them, and the start page for every
 * other path without an extension.
 */
export function createWebApp(root: string, { NODE_ENV }: Pick<Config, 'NODE_ENV'>): Route {
  const serve = createFileServer(root, NODE_ENV === 'development');
  return (request, response, path) => {
    const notFound = () => answerJson(response, 404, { error: 'There is nothing here.' });
    if (serve === null || isHidden(path)) return notFound();
    // sirv answers parts of files by what the header says, also where that makes no sense.
    delete request.headers.range;
    response.setHeader('cache-control', cacheControlOf(path));
    return serve(request, response, notFound);
  };
}

/** Null where nothing is built. In development files are looked for at each request, else read in now. */
function createFileServer(root: string, dev: boolean): RequestHandler | null {
  if (!existsSync(root)) return null;
  return sirv(root, { single: true, etag: true, brotli: true, gzip: true, dev });
}

function cacheControlOf(path: string): string {
  return hashedName.test(path) ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache';
}

/** Whether a path has a segment that begins with a dot; in development sirv serves these, too. */
function isHidden(path: string): boolean {
  return decode(path).includes('/.');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
