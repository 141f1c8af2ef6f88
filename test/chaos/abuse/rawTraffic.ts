import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../installation/random.ts';

/** Requests as no HTTP client would send them. */

const targets = [
  ...['/', '//', '///', '/graphql', '//graphql', '/health', '/ready', '/metrics', '*', '', '/.', '/..'],
  ...[
    'http://[',
    'http://[::1',
    'http://',
    '//[',
    '/%',
    '/%zz',
    '/%00',
    '/%ff',
    '/\\..\\..',
    '/../../etc/passwd',
  ],
  ...[
    '/graphql?query=%7B__typename%7D',
    '/graphql?query=%',
    '/graphql?variables=%7B',
    '?',
    '#',
    '/a b',
    ':80',
  ],
  ...[
    '/.trusted-documents.json',
    '/index.html',
    '/assets/',
    '/assets/%2e%2e/',
    '/\u00e9',
    'javascript:alert(1)',
  ],
];
const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'CONNECT', 'TRACE', 'PATCH', 'BREW', ''];
const headers = [
  ...[
    'Host: localhost',
    'Host: ',
    'Host: evil.example',
    'Host: [',
    'Host: localhost:99999999',
    'Origin: null',
  ],
  ...[
    'Origin: http://evil.example',
    'Origin: ::',
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 1e9',
  ],
  ...[
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: x',
    'Content-Type: application/json',
    'Content-Type: ;',
  ],
  ...['Expect: 100-continue', 'Connection: close', 'Connection: upgrade', 'Accept: text/event-stream'],
  ...['Accept: text/html', 'Accept-Encoding: br;q=x', 'X-Request-Id: \u0001', 'Authorization: Bearer x.y.z'],
  ...['Range: bytes=5-1', 'If-None-Match: ,', `X-Long: ${'x'.repeat(20_000)}`, 'No colon', ': empty'],
];
const bodies = [
  '',
  '{',
  '{"query":"{ __typename }"}',
  '5\r\nhello\r\n0\r\n\r\n',
  'ffffffff\r\n',
  '\u0000'.repeat(50),
];
const upgradeHeaders = [
  ...[
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
  ],
];

const some = <T>(random: Random, values: readonly T[], most: number): T[] =>
  Array.from({ length: random.between(0, most) }, () => random.pick(values));

const request = (random: Random, lines: readonly string[]) =>
  `${random.pick(methods)} ${random.pick(targets)} HTTP/${random.pick(['1.1', '1.1', '1.1', '1.0', '2.0', '9'])}\r\n` +
  `${lines.join('\r\n')}\r\n\r\n${random.pick(bodies)}`;

/** An upgrade that is accepted, or nearly. */
const upgrade = (random: Random) =>
  [
    `GET ${random.pick(random.chance(0.6) ? ['/graphql'] : targets)} HTTP/1.1`,
    'Host: localhost',
    ...upgradeHeaders.filter(() => random.chance(0.95)),
    `Sec-WebSocket-Key: ${random.pick(['dGhlIHNhbXBsZSBub25jZQ==', 'x', ''])}`,
    ...some(random, headers, 1),
    '\r\n',
  ].join('\r\n');

/** Masked text frame of the WebSocket protocol (RFC 6455), with the mask zero. */
function frame(text: string, opcode = 1): Buffer {
  const payload = Buffer.from(text);
  const length =
    payload.length < 126
      ? Buffer.from([0x80 | payload.length])
      : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, Buffer.alloc(4), payload]);
}

const messages = [
  ...[
    '{"type":"connection_init"}',
    '{"type":"ping"}',
    '{',
    '7',
    'null',
    '{"type":"subscribe"}',
    '{"type":"complete","id":"1"}',
  ],
  ...['{"id":"1","type":"subscribe","payload":{"query":"subscription { jobUpdates { __typename } }"}}'],
  ...[
    '{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}',
    '{"id":"1","type":"subscribe","payload":{"query":"{"}}',
  ],
  ...[
    '{"id":7,"type":"subscribe","payload":7}',
    '{"type":"connection_init","payload":{"authorization":7}}',
    '__proto__',
  ],
];

const randomBytes = (random: Random, most: number) =>
  Buffer.from(Array.from({ length: random.between(1, most) }, () => random.between(0, 255)));

type Attack = (socket: Socket, random: Random) => Promise<void> | void;

/** Waits a moment: some of what is sent next arrives apart from what was sent before. */
const moment = (random: Random) => delay(random.between(0, 60));

const attacks: Record<string, Attack> = {
  'odd request': (socket, random) => void socket.write(request(random, some(random, headers, 5))),
  'pipelined requests': (socket, random) =>
    void socket.write(Array.from({ length: 5 }, () => request(random, ['Host: localhost'])).join('')),
  'random bytes': (socket, random) => void socket.write(randomBytes(random, 400)),
  'half a request': (socket, random) => void socket.write(request(random, ['Host: localhost']).slice(0, 30)),
  upgrade: (socket, random) => void socket.write(upgrade(random)),
  async 'upgrade and frames'(socket, random) {
    socket.write(upgrade(random));
    await moment(random);
    for (const text of some(random, messages, 6))
      socket.write(frame(text, random.chance(0.9) ? 1 : random.between(0, 15)));
    if (random.chance(0.3)) socket.write(randomBytes(random, 40));
  },
};
type AttackName = keyof typeof attacks;

/**
 * Sends one odd thing over a socket of its own, and leaves: by a reset, at once or a moment later, in most cases.
 * @returns What it was.
 */
export async function sendRaw(origin: string, random: Random): Promise<AttackName> {
  const { port } = new URL(origin);
  const name = random.pick(Object.keys(attacks));
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined); // refused, reset: what is sent may well be answered like that
  socket.resume();
  await attacks[name]?.(socket, random);
  await moment(random);
  if (random.chance(0.7)) socket.resetAndDestroy();
  else socket.destroy();
  return name;
}
