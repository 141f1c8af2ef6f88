import { renderToStaticMarkup } from 'react-dom/server';
import { CombinedError } from 'urql';
import { expect, test } from 'vitest';
import { Problem } from './Problem.tsx';

const outage = new CombinedError({ networkError: new Error('Failed to fetch') });
const refusal = new CombinedError({ graphQLErrors: ['The filter is wrong.'] });

const shown = (error: CombinedError, hasContent: boolean) =>
  renderToStaticMarkup(<Problem error={error} onRetry={() => undefined} hasContent={hasContent} />);

test('an outage is left to the banner on a page that still shows what it has read', () => {
  expect(shown(outage, true)).toBe('');
  expect(shown(outage, false)).toContain('role="alert"');
});

test('another failure is shown beside what has been read', () => {
  expect(shown(refusal, true)).toContain('The filter is wrong.');
});
