// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider, useQuery } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../../api/client/client.ts';
import { doc } from '../../api/document.ts';
import { isFailing } from '../../api/outages/availability.ts';
import { useReconnected } from '../../api/outages/useReconnected.ts';
import { isSignInNeeded } from '../../api/session.ts';
import { connection } from '../../api/subscriptions/socket.ts';
import { readToken, writeToken } from '../../api/token.ts';
import { SessionDocument } from '../../generated/graphql.ts';
import { SignInDialog } from './SignInDialog.tsx';

/** The user of each valid token. */
const users: Record<string, string> = {
  'Bearer first': 'ann',
  'Bearer second': 'ann',
  'Bearer other': 'bob',
};
let expired = '';
let requests: string[] = [];
let unmount = (): void => undefined;

function answer(_url: string, { headers }: RequestInit): Response {
  const token = new Headers(headers).get('authorization') ?? '';
  requests.push(token);
  const user = token === expired ? undefined : users[token];
  const system = { __typename: 'System', planner: 'sketcher', model: null, graphiql: true };
  if (user) {
    return Response.json({
      data: { viewer: { __typename: 'User', id: user, name: user, role: 'USER' }, system },
    });
  }
  return Response.json({ errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] });
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // Tests of other files may have left an outage.
  isFailing.set(false);
  connection.set('idle');
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => answer(url, init));
  writeToken('first');
  [expired, requests] = ['', []];
});

afterEach(() => {
  act(unmount);
  vi.unstubAllGlobals();
  writeToken(null);
  isSignInNeeded.set(false);
});

function Page({ isSignedOut }: { isSignedOut: boolean }) {
  const [{ data }, read] = useQuery({ query: doc(SessionDocument) });
  useReconnected(() => read({ requestPolicy: 'network-only' }));
  return (
    <>
      <input aria-label="Text" />
      <p id="name">{data?.viewer?.name}</p>
      <SignInDialog isOpen={isSignedOut} />
    </>
  );
}

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));

/** A page of Ann with a text that she has typed, when her token expires. */
async function renderExpired() {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const client = createApiClient();
  const render = () =>
    act(async () =>
      root.render(
        <Provider value={client}>
          <Page isSignedOut={isSignInNeeded.get()} />
        </Provider>,
      ),
    );
  unmount = () => {
    root.unmount();
    place.remove();
  };
  await render();
  await settle();
  expect(place.querySelector('#name')?.textContent).toBe('ann');
  const field = place.querySelector('input');
  if (field) field.value = 'typed';
  expired = 'Bearer first';
  await act(async () => isSignInNeeded.set(true));
  await render();
  const dialog = document.querySelector('[role="dialog"]');
  const token = dialog?.querySelector('input');
  async function signIn(value: string): Promise<void> {
    if (token) token.value = value;
    await act(async () => dialog?.querySelector('form')?.requestSubmit());
    await settle();
    await render();
  }
  return { place, dialog, signIn };
}

test('a new token closes it, and the page goes on with what was typed', async () => {
  const { place, signIn } = await renderExpired();
  requests = [];
  await signIn('second');
  expect(document.querySelector('[role="dialog"]')).toBeNull();
  expect(place.querySelector('input')?.value).toBe('typed');
  expect(readToken()).toBe('second');
  // Once to sign in, and once for what the page shows.
  await expect.poll(() => requests).toEqual(['Bearer second', 'Bearer second']);
});

test('a rejected token leaves it open, with the reason', async () => {
  const { dialog, signIn } = await renderExpired();
  await signIn('wrong');
  expect(isSignInNeeded.get()).toBe(true);
  expect(dialog?.textContent).toContain('Your access token was rejected.');
});

test('another user’s token loads the page again', async () => {
  const reload = vi.spyOn(location, 'reload').mockReturnValue();
  const { signIn } = await renderExpired();
  await signIn('other');
  expect(reload).toHaveBeenCalledOnce();
  reload.mockRestore();
});
