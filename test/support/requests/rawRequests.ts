import fc from 'fast-check';
import type { Ending } from './rawHttp.ts';

/** Random requests as bytes: nearly valid ones, since what no parser takes never gets to our code. */

/** `text` holds a byte in each character. */
export type RawRequest = { text: string; ending: Ending; answered: boolean };

const word = fc.stringMatching(/^[!-~]{0,12}$/);

const target = fc.oneof(
  fc.constantFrom('/', '/graphql', '/health', '/ready', '/metrics', '/index.html', '/c/x', '/assets/x.js'),
  fc.constantFrom('//', '///', '//[', '//x', '/\\', '/\\\\[', 'http://', 'http://[', 'http://[::1', '*', '?'),
  fc.constantFrom('http://127.0.0.1/graphql', 'https://x/health', 'HTTP://[::1]/', 'ftp://x/', 'a:b'),
  fc.constantFrom(
    '/%',
    '/%00',
    '/%ff',
    '/%2e%2e/',
    '/.trusted-documents.json',
    '/../../etc/passwd',
    '/__proto__',
  ),
  fc.constantFrom(
    '/graphql?query={viewer{id}}',
    '/graphql?query=%',
    '/graphql?variables=[',
    '/graphql?query={a',
  ),
  fc
    .tuple(fc.constantFrom('/', '//', '/graphql', '/graphql?', 'http://', ''), word)
    .map((parts) => parts.join('')),
);

const method = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('GET', 'POST') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'DELETE', 'CONNECT', 'TRACE', 'PRI', 'get'),
  },
);

const host = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('127.0.0.1', 'localhost:4000', '[::1]:4000', 'LOCALHOST') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '[', ':', '::', 'a b', 'x:99999', 'evil.example', '127.0.0.1/', 'a@b'),
  },
  { weight: 1, arbitrary: word },
);

const upgrade = fc.record({
  connection: fc.constantFrom('Upgrade', 'upgrade, keep-alive', 'keep-alive', 'close'),
  upgrade: fc.constantFrom('websocket', 'WebSocket', 'h2c', '', 'x'),
  'sec-websocket-version': fc.constantFrom('13', '8', '99', ''),
  'sec-websocket-key': fc.constantFrom('dGhlIHNhbXBsZSBub25jZQ==', 'short', ''),
  'sec-websocket-protocol': fc.constantFrom('graphql-transport-ws', 'graphql-ws', ',', 'x y', ''),
  'sec-websocket-extensions': fc.constantFrom('', 'permessage-deflate', 'permessage-deflate; x="', ';'),
});

const headers = fc.dictionary(
  fc.constantFrom(
    ...[
      'accept',
      'accept-encoding',
      'content-type',
      'content-length',
      'transfer-encoding',
      'expect',
      'range',
    ],
    ...['origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'authorization', 'x-request-id', 'cookie'],
    ...['if-none-match', 'if-modified-since', 'te', 'trailer', 'x-forwarded-host', 'connection', 'upgrade'],
  ),
  fc.oneof(
    word,
    fc.constantFrom(
      'text/html',
      'text/event-stream',
      'application/json',
      'bytes=5-2',
      'bytes=0-',
      'bytes=-1',
    ),
    fc.constantFrom(
      'cross-site',
      'navigate',
      'http://[',
      'null',
      'Bearer x',
      'gzip, br',
      '7',
      '-1',
      'chunked',
    ),
    fc.constantFrom('100-continue', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'),
  ),
  { maxKeys: 4 },
);

const body = fc.oneof(
  fc.constantFrom(
    '',
    '{}',
    '[]',
    'null',
    '{"query":"{viewer{id}}"}',
    '{"query":7}',
    '0\r\n\r\n',
    '5\r\nhello\r\n0\r\n\r\n',
  ),
  fc.constantFrom('\x81\x05hello', '\x81\xfe\xff', '\x88\x80', '\xc1\x80\x00\x00\x00\x00', '\x00'.repeat(40)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
);

/** Requests in all shapes, with upgrades among them; each with the way in which its client leaves. */
export const rawRequest: fc.Arbitrary<RawRequest> = fc
  .record({
    method,
    target,
    host,
    version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0'),
    upgrade: fc.option(upgrade, { nil: {} }),
    headers,
    body,
    ending: fc.constantFrom<Ending>('wait', 'finish', 'reset'),
    answered: fc.boolean(),
  })
  .map(({ method, target, version, host, upgrade, headers, body, ending, answered }) => {
    const lines = Object.entries({ host, ...upgrade, ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const head = [`${method} ${target} ${version}`, ...lines].join('\r\n');
    return { text: `${head}\r\n\r\n${body}`, ending, answered };
  });
