import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isForgedRequest, isForgedUpgrade } from './crossOrigin.ts';

function request(method: string | undefined, headers: Record<string, string>): IncomingMessage {
  const message = new IncomingMessage(new Socket());
  Object.assign(message, { method, headers: { host: 'canvas.example:4000', ...headers } });
  return message;
}

const sent: [what: string, headers: Record<string, string>, crossOrigin: boolean][] = [
  ['a program', {}, false],
  ['a page of this origin', { 'sec-fetch-site': 'same-origin' }, false],
  ['the address bar', { 'sec-fetch-site': 'none' }, false],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, true],
  ['a page of a neighbouring subdomain', { 'sec-fetch-site': 'same-site' }, true],
  ['a page of this origin in an old browser', { origin: 'http://canvas.example:4000' }, false],
  ['a page behind a proxy that ends TLS', { origin: 'https://canvas.example:4000' }, false],
  ['a page of another host in an old browser', { origin: 'http://evil.example' }, true],
  ['a page of another port in an old browser', { origin: 'http://canvas.example:8080' }, true],
  ['a page of a host that begins alike', { origin: 'http://canvas.example:4000.evil.example' }, true],
  ['a sandboxed page', { origin: 'null' }, true],
  ['a page whose origin is garbage', { origin: '::' }, true],
  [
    'a page of this origin, by the header that a page cannot set',
    { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
    false,
  ],
  [
    'a page of another site, whatever else it says',
    { 'sec-fetch-site': 'cross-site', origin: 'http://canvas.example:4000' },
    true,
  ],
];

describe('a request that could change something', () => {
  it.each(sent)('from %s (%o) is forged: %s', (_what, headers, crossOrigin) => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(isForgedRequest(request(method, headers))).toBe(crossOrigin);
  });
});

describe('a request that only reads', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', undefined])('by %s is never forged', (method) => {
    for (const [, headers] of sent) expect(isForgedRequest(request(method, headers))).toBe(false);
  });
});

describe('the opening of a WebSocket', () => {
  it.each(sent)('from %s (%o) is forged, though it is a GET: %s', (_what, headers, crossOrigin) => {
    expect(isForgedUpgrade(request('GET', headers))).toBe(crossOrigin);
  });
});
