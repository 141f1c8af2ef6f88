import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import type { Config } from '../../config.ts';
import type { Route } from '../../service/http/httpServer.ts';
import { answerJson } from '../../service/http/readiness.ts';
import {
  hashesOfScripts,
  policyOfApp,
  setContentSecurityPolicy,
} from '../../service/http/securityHeaders.ts';

/** Files whose names end in a hash of their content. */
const hashedName = /^\/assets\/[^/]+-[\w-]{8}\.\w+$|^\/assets-excalidraw\/.+-[\da-f]{32}\.\w+$/;

const yearInSeconds = 31_536_000;

/** Addresses of the web app's pages, as routed in `web/src/app/App.tsx`. */
const pageAddress = /^\/((jobs|ops|settings)\/?|(c|jobs)\/[^/]+\/?)?$/;
/** A path whose last segment has an extension is that of a file. */
const fileAddress = /\.\w+$/;

/**
 * Serves the built web app: its files, compressed where the build has done so, and its start page at the address of
 * every page. At other addresses the start page comes with status 404: the app then shows that there is no such page.
 */
export function createWebApp(root: string, { NODE_ENV }: Pick<Config, 'NODE_ENV'>): Route {
  const serve = createFileServer(root, NODE_ENV === 'development');
  const policy = readPolicy(root);
  return (request, response, path) => {
    setContentSecurityPolicy(response, policy);
    const notFound = () => answerJson(response, 404, { error: 'Not found.' });
    if (serve === null || isHidden(path)) return notFound();
    // sirv honours ranges without validating them.
    delete request.headers.range;
    response.setHeader('cache-control', cacheControlOf(path));
    if (pageAddress.test(path)) request.url = '/';
    return serve(request, response, () =>
      fileAddress.test(path) ? notFound() : answerUnknownPage(response, root),
    );
  };
}

function answerUnknownPage(response: ServerResponse, root: string): void {
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-cache' });
  createReadStream(join(root, 'index.html')).pipe(response);
}

/**
 * Null where nothing is built. In development, files are read at each request, otherwise listed once at start. Pages of
 * the documentation are found without their extension, too; `/docs` is their index.
 */
function createFileServer(root: string, dev: boolean): RequestHandler | null {
  if (!existsSync(root)) return null;
  const extensions = ['html', 'md'];
  return sirv(root, { etag: true, brotli: true, gzip: true, dev, extensions, setHeaders: setTextType });
}

/** Pages of the documentation, with or without their extension, and their index for language models. */
const documentation = /^\/docs(?:\/[\w/-]+)?(?:\.md)?\/?$|^\/llms\.txt$/;

/** sirv names the encoding of HTML only. */
function setTextType(response: ServerResponse, path: string): void {
  if (!documentation.test(path)) return;
  const type = path.endsWith('.txt') ? 'plain' : 'markdown';
  response.setHeader('content-type', `text/${type};charset=utf-8`);
}

/** Allows the script in the start page, which runs before the first paint. */
function readPolicy(root: string): string {
  const page = join(root, 'index.html');
  return policyOfApp(existsSync(page) ? hashesOfScripts(readFileSync(page, 'utf8')) : []);
}

function cacheControlOf(path: string): string {
  return hashedName.test(path) ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache';
}

/** Whether a path has a segment that begins with a dot. In development, sirv serves these too. */
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
