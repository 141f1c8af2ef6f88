import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexOf, publish, readPages } from './publishedDocs.ts';

const pages = await readPages();
const paths = new Set(pages.map(({ path }) => path));

describe('publish', () => {
  const page = (text: string, path = 'docs/api.md') => publish({ path, text }, paths);

  it('links pages to where they are published', () => {
    expect(page('see [README](../README.md#start), [limits](deployment.md#limits)')).toBe(
      'see [README](README.md#start), [limits](deployment.md#limits)',
    );
    expect(page('[guide](docs/user-guide.md) and [decisions](docs/decisions/)', 'README.md')).toBe(
      '[guide](user-guide.md) and [decisions](decisions/README.md)',
    );
  });

  it('keeps addresses of other sites and of the same page, and names other files', () => {
    const text = '[KEDA](https://keda.sh), [below](#cost), [`nginx.conf`](../deploy/nginx.conf)';
    expect(page(text)).toBe('[KEDA](https://keda.sh), [below](#cost), `nginx.conf`');
  });

  it.each(pages)('leaves no link of $path without a page', ({ path, text }) => {
    const published = publish(
      { path, text },
      new Set([...paths, 'docs/images/start.png', 'docs/images/canvas.png']),
    );
    const places = new Set([...paths].map((each) => (each.startsWith('docs/') ? each : `docs/${each}`)));
    const folder = posix.dirname(path.startsWith('docs/') ? path : `docs/${path}`);
    const targets = [...published.matchAll(/\]\((?!\w+:)([\w./-]+\.md)(?:#[\w-]+)?\)/g)].map(
      ([, target = '']) => posix.join(folder, target),
    );
    expect(targets.filter((target) => !places.has(target))).toEqual([]);
  });
});

it('lists every page with its address and first sentence', () => {
  const index = indexOf(pages);
  expect(index).toMatch(/^# CollabCanvas\n\n> Type what you want/);
  expect(index).toContain('- [API](/docs/api.md): One GraphQL endpoint');
  expect(index).toContain('- [Changelog](/docs/CHANGELOG.md)');
  expect(index.match(/^- \[/gm)).toHaveLength(pages.length);
});
