import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Empty } from './Empty.tsx';

test.each(['h1', 'h2', 'h3'] as const)('the title is a heading of the level %s', (heading) => {
  const markup = renderToStaticMarkup(
    <Empty heading={heading} title="Nothing here">
      Make something.
    </Empty>,
  );
  expect(markup).toContain(`<${heading} class="empty-title">Nothing here</${heading}>`);
});
