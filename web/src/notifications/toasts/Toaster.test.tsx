// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { unreachableMessage } from '../../api/errors/requestFailure.ts';
import { availability } from '../../api/outages/availability.ts';
import { announce, dismiss, type Notice, notices } from '../../ui/messages/notice.ts';
import { renderInPage } from '../../ui/renderInPage.ts';
import { Toaster } from './Toaster.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});

afterEach(() => {
  act(() => notices.set(new Map()));
  vi.useRealTimers();
});

async function render(): Promise<HTMLElement> {
  return renderInPage(<Toaster />);
}

/** In steps: what a step renders sets the timers of the next. */
async function pass(ms: number): Promise<void> {
  for (let step = 0; step < 5; step += 1) await act(() => vi.advanceTimersByTimeAsync(ms / 5));
}

async function show(notice: Notice): Promise<void> {
  act(() => announce(notice));
  await pass(100);
}

const textsIn = (page: HTMLElement) => [...page.querySelectorAll('.toast p')].map((line) => line.textContent);
const buttonIn = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll('button')].find((button) => button.textContent === name);

test('notices about different topics stack, and one replaces another about the same', async () => {
  const page = await render();
  await show({ text: 'Copied' });
  await show({ text: 'Deleted' });
  await show({ text: 'Canvas drawn', topic: 'job-1' });
  expect(textsIn(page)).toEqual(['Canvas drawn', 'Deleted']);
});

test('the result of an action stays visible when jobs end after it', async () => {
  const page = await render();
  await show({ text: '62 jobs queued again, 41 over the limit of unfinished jobs' });
  for (const topic of ['job-1', 'job-2', 'job-3']) await show({ text: topic, topic });
  await pass(1000);
  expect(textsIn(page)).toEqual([
    'job-3',
    'job-2',
    '62 jobs queued again, 41 over the limit of unfinished jobs',
  ]);
});

test('a toast closes after a while, but not under the focus', async () => {
  const page = await render();
  await show({ text: 'Deleted', action: { label: 'Undo', run: () => undefined } });
  act(() => buttonIn(page, 'Undo')?.focus());
  await pass(60_000);
  expect(textsIn(page)).toEqual(['Deleted']);
  act(() => buttonIn(page, 'Undo')?.blur());
  await pass(12_000);
  await pass(1000);
  expect(textsIn(page)).toEqual([]);
});

test('an action closes its toast', async () => {
  const run = vi.fn();
  const page = await render();
  await show({ text: 'Canvas drawn', topic: 'job-1', moreActions: [{ label: 'Open', run }] });
  act(() => buttonIn(page, 'Open')?.click());
  expect(run).toHaveBeenCalledOnce();
  await pass(1000);
  expect(textsIn(page)).toEqual([]);
});

test('a notice stays when the earlier one about its topic is still disappearing', async () => {
  const page = await render();
  await show({ text: 'Canvas drawn', topic: 'job-1' });
  act(() => dismiss('job-1'));
  await pass(50);
  await show({ text: 'Change undone', topic: 'job-1' });
  await pass(1000);
  expect(textsIn(page)).toEqual(['Change undone']);
});

test('Escape closes the toast that has the focus', async () => {
  const page = await render();
  await show({ text: 'Canvas drawn', topic: 'job-1', action: { label: 'Open', run: () => undefined } });
  const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
  act(() => void buttonIn(page, 'Open')?.dispatchEvent(press));
  await pass(1000);
  expect(textsIn(page)).toEqual([]);
});

test('the notice of an unreachable server goes when the connection is back', async () => {
  const page = await render();
  await show({ text: unreachableMessage() });
  expect(textsIn(page)).toHaveLength(1);
  act(() => {
    availability.set('reconnecting');
    availability.set('available');
  });
  await pass(1000);
  expect(textsIn(page)).toEqual([]);
});
