// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { render } from './fixtures.tsx';
import { OpsPage } from './OpsPage.tsx';

/** Renders the page for a viewer with this role; nothing else is answered. */
async function renderFor(role: 'USER' | 'OPS', graphiql = true): Promise<HTMLElement> {
  const viewer = { __typename: 'User', id: 'u', name: 'Ann', role };
  const system = { __typename: 'SystemInfo', planner: 'sketcher', model: null, graphiql };
  const { page } = await render(<OpsPage />, { Session: { viewer, system } });
  await expect.poll(() => page.querySelector('h1')).not.toBeNull();
  return page;
}

test('a viewer without the role ops is told to ask for it, and nothing is read', async () => {
  const page = await renderFor('USER');
  expect(page.querySelector('h1')?.textContent).toBe('You need the role ops');
  expect(page.querySelector('section')).toBeNull();
});

test('an operator sees the figures and charts', async () => {
  const page = await renderFor('OPS');
  expect(page.querySelector('h1')?.textContent).toBe('Operations');
  const headings = [...page.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual(expect.arrayContaining(['Now', 'Statistics']));
});

test.each([true, false])(
  'a section opens its query in GraphiQL where that is served: %s',
  async (isServed) => {
    const page = await renderFor('OPS', isServed);
    expect(page.querySelector('a[href^="/graphql?"]') !== null).toBe(isServed);
  },
);
