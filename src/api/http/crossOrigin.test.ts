import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isCrossOrigin, isNavigation } from './crossOrigin.ts';

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
    'a picture or a script of this origin in an old browser',
    { referer: 'http://canvas.example:4000/c/x' },
    false,
  ],
  ['a picture or a script of another host in an old browser', { referer: 'http://evil.example/' }, true],
  [
    'a page of this origin, with its name in capitals',
    { host: 'Canvas.example', origin: 'http://canvas.example' },
    false,
  ],
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

describe('a request', () => {
  it.each(sent)('from %s (%o) is cross-origin: %s, whatever its method', (_what, headers, crossOrigin) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', undefined])
      expect(isCrossOrigin(request(method, headers))).toBe(crossOrigin);
  });
});

describe('a navigation', () => {
  const navigating = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  it.each([
    ['a link that a person follows', 'GET', navigating, true],
    ['a form that a page sends', 'POST', navigating, false],
    ['a frame', 'GET', { ...navigating, 'sec-fetch-dest': 'iframe' }, false],
    ['a script', 'GET', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, false],
    ['an event stream', 'GET', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, false],
    ['a program', 'GET', {}, false],
  ])('is not what %s is, unless it is a link', (_what, method, headers, expected) => {
    expect(isNavigation(request(method, headers))).toBe(expected);
  });
});
