import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../config.ts';
import { createHttpServer } from '../../service/http/httpServer.ts';
import { createWebApp } from './webApp.ts';

const script = 'console.log("hello");'.repeat(100);
const startPage = '<!doctype html><script>start()</script>';
const hashed = '/assets/index-D-oaQ9oC.js';
const font = '/assets-excalidraw/fonts/X/X-279a7b317d12eb88de06167bd672b4b4.woff2';

/** A web app as the build leaves it, and a server of it. */
async function serveBuild(NODE_ENV: string) {
  const root = await mkdtemp(join(tmpdir(), 'collabcanvas-web-'));
  await Promise.all(
    ['assets', 'assets-excalidraw/fonts/X', 'docs/decisions'].map((path) =>
      mkdir(join(root, path), { recursive: true }),
    ),
  );
  const files = {
    'index.html': startPage,
    'robots.js': script,
    '.trusted-documents.json': '{}',
    [hashed]: script,
    [`${hashed}.br`]: brotliCompressSync(script),
    [`${hashed}.gz`]: gzipSync(script),
    [font]: 'font',
    'llms.txt': '# CollabCanvas – pages',
    'docs/index.md': '# CollabCanvas – pages',
    'docs/decisions/0001-postgres.md': '# 0001 – PostgreSQL',
  };
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(root, name), content)));
  const config = readConfig({ NODE_ENV, JWT_SECRET: 'k'.repeat(32) });
  const server = createHttpServer({
    config,
    drain: { hasBegun: false, isClosed: false },
    route: createWebApp(root, config),
    log: pino({ level: 'silent' }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await rm(root, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  // Not fetch, which decodes by itself.
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const sent = request({ port, host: '127.0.0.1', path, headers, agent: false }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return response;
  };
  return { root, get };
}

describe.each(['development', 'production'])('the web app in %s', (environment) => {
  it('may run the script that stands in its start page, and no other inline script', async () => {
    const { get } = await serveBuild(environment);
    const { headers } = await get('/');
    const hash = createHash('sha256').update('start()').digest('base64');
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`);
  });

  it('comes with its documentation as Markdown, which needs no extension', async () => {
    const { get } = await serveBuild(environment);
    const pages = { '/docs': 'markdown', '/docs/decisions/0001-postgres': 'markdown', '/llms.txt': 'plain' };
    for (const [path, type] of Object.entries({ ...pages, '/docs/decisions/0001-postgres.md': 'markdown' })) {
      const response = await get(path);
      expect(response.headers['content-type']).toBe(`text/${type};charset=utf-8`);
      expect(await text(response)).toContain('–');
    }
    expect((await get('/docs/unknown')).statusCode).toBe(404);
  });

  it('is sent as the build has compressed it, in the form that the browser takes', async () => {
    const { get } = await serveBuild(environment);
    const forms: [string, string | undefined, (body: Buffer) => string][] = [
      ['gzip, deflate, br', 'br', (body) => brotliDecompressSync(body).toString()],
      ['gzip, deflate', 'gzip', (body) => gunzipSync(body).toString()],
      ['identity', undefined, String],
    ];
    for (const [accepted, sent, decode] of forms) {
      const response = await get(hashed, { 'accept-encoding': accepted });
      expect(response.headers['content-encoding']).toBe(sent);
      expect(response.headers.vary).toBe('Accept-Encoding');
      expect(response.headers['content-type']).toMatch(/javascript/);
      expect(decode(Buffer.concat(await response.toArray()))).toBe(script);
    }
  });

  it('is kept for ever where its name has a hash, and asked for again where it has none', async () => {
    const { get } = await serveBuild(environment);
    for (const [path, expected] of [
      [hashed, 'public, max-age=31536000, immutable'],
      [font, 'public, max-age=31536000, immutable'],
      ['/', 'no-cache'],
      ['/c/some-canvas', 'no-cache'],
      ['/assets/index-D-oaQ9oC', 'no-cache'],
      ['/robots.js', 'no-cache'],
      ['/assets/gone-D-oaQ9oC.js', 'no-store'],
    ] as const) {
      const { headers } = await get(path);
      expect([path, headers['cache-control']]).toEqual([path, expected]);
    }
    const first = await get('/');
    const again = await get('/', { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
  });

  it('has its start page at the address of every page, and with status 404 at any other', async () => {
    const { get } = await serveBuild(environment);
    for (const [path, status] of [
      ['/', 200],
      ['/jobs', 200],
      ['/jobs/', 200],
      ['/jobs/some-job', 200],
      ['/ops', 200],
      ['/settings', 200],
      ['/c/some-canvas', 200],
      ['/c/some-canvas/', 200],
      ['/c', 404],
      ['/nope', 404],
      ['/jobs/some-job/nope', 404],
    ] as const) {
      const response = await get(path, { 'accept-encoding': 'gzip' });
      expect([path, response.statusCode]).toEqual([path, status]);
      expect(response.headers['content-type']).toBe('text/html;charset=utf-8');
      expect(await text(response)).toBe(startPage);
    }
    expect((await get('/nope.js')).headers['content-type']).toMatch(/json/);
  });

  it('has no files whose names begin with a dot, and answers whole files whatever range is asked for', async () => {
    const { get } = await serveBuild(environment);
    for (const path of [
      '/.trusted-documents.json',
      '/%2etrusted-documents.json',
      '/assets/%2e%2e/.trusted-documents.json',
    ])
      expect((await get(path)).statusCode).toBe(404);
    for (const range of ['bytes=5-2', 'bytes=-1', 'bytes=0-0,5-6', 'x'])
      expect(await text(await get('/robots.js', { range }))).toBe(script);
  });
});

it('breaks off the answer and nothing else when a file has gone since the start', async () => {
  const { root, get } = await serveBuild('production');
  await rm(join(root, 'robots.js'));
  await expect(get('/robots.js').then((response) => text(response))).rejects.toThrow();
  expect((await get('/')).statusCode).toBe(200);
});
