// @vitest-environment happy-dom
import { CombinedError } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isFailing } from '../../api/outages/availability.ts';
import { renderInPage } from '../renderInPage.ts';
import { Problem } from './Problem.tsx';

const outage = new CombinedError({ networkError: new Error('Failed to fetch') });
const refusal = new CombinedError({ graphQLErrors: ['The filter is wrong.'] });

beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => isFailing.set(false));

async function shown(error: CombinedError, hasContent: boolean): Promise<string> {
  const page = await renderInPage(
    <Problem error={error} onRetry={() => undefined} hasContent={hasContent} />,
  );
  return page.innerHTML;
}

test('an outage is left to the banner on a page that still shows what it has read', async () => {
  expect(await shown(outage, true)).toBe('');
  expect(await shown(outage, false)).toContain('role="alert"');
});

test('what an outage keeps from being read is missing without an alarm while the banner is shown', async () => {
  isFailing.set(true);
  expect(await shown(outage, false)).toBe(
    '<p class="pending-note">This is loaded as soon as the connection is back.</p>',
  );
});

test('another failure is shown beside what has been read, and during an outage', async () => {
  expect(await shown(refusal, true)).toContain('The filter is wrong.');
  isFailing.set(true);
  expect(await shown(refusal, false)).toContain('role="alert"');
});
