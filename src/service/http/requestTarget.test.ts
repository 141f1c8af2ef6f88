import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequestTarget } from './requestTarget.ts';

describe('a request target', () => {
  it.each([
    ['/', { path: '/', query: '', host: null }],
    ['/graphql?query=%7Ba%7D', { path: '/graphql', query: '?query=%7Ba%7D', host: null }],
    ['/a/../graphql#x', { path: '/graphql', query: '', host: null }],
    ['/c/x//y', { path: '/c/x//y', query: '', host: null }],
    ['/c?q=a\\b', { path: '/c', query: '?q=a\\b', host: null }],
    ['/%2e%2e/%2e', { path: '/', query: '', host: null }],
    ['http://Canvas.example:4000/health?x', { path: '/health', query: '?x', host: 'canvas.example:4000' }],
    ['HTTPS://canvas.example', { path: '/', query: '', host: 'canvas.example' }],
  ])('that is a path or a URL is taken apart: %s', (target, parts) => {
    expect(parseRequestTarget(target)).toEqual(parts);
  });

  it.each([
    ...[
      undefined,
      '',
      '*',
      '?',
      'x',
      'a:b',
      'ftp://x/',
      '//',
      '///',
      '//x',
      '//[',
      '/\\',
      '/\\[',
      '/..//x',
      '/x\\..\\metrics',
    ],
    ...['http://', 'http://[', 'http:///x', 'http://[::1', 'http://x:99999/', 'https://:x/', 'http://a b/'],
  ])('that is neither gives null: %s', (target) => {
    expect(parseRequestTarget(target)).toBeNull();
  });

  it('never throws, whatever it is, and gives a path with one slash at its beginning', () => {
    const beginning = fc.constantFrom('', '/', '//', '/\\', 'http://', 'http://[', 'https:/', '/%');
    fc.assert(
      fc.property(beginning, fc.string({ unit: 'binary' }), (start, rest) => {
        const path = parseRequestTarget(start + rest)?.path;
        if (path !== undefined) expect(path).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});
