import { expect, test, vi } from 'vitest';
import type { DashboardQuery } from '../../generated/graphql.ts';
import { readFilters } from '../filters/filters.ts';
import { aListedJob, anAnswer, aPage, finishedJobs } from '../fixtures.ts';
import { createDashboardStore, type DashboardApi } from './dashboardStore.ts';

const filtersOf = (search: string) => readFilters(new URLSearchParams(search));

function setUp(first: DashboardQuery) {
  const readDashboard = vi.fn<DashboardApi['readDashboard']>(async () => ({ data: first }));
  const readHistory = vi.fn<DashboardApi['readHistory']>();
  const store = createDashboardStore({ readDashboard, readHistory, now: () => 0 }, filtersOf(''));
  const history = () => store.shown.get().data?.history.jobs.map(({ id }) => id);
  return { readDashboard, readHistory, store, history };
}

const numbered = (from: number, to: number) =>
  finishedJobs(...Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`));

test('pages follow each other, and are not loaded twice at once', async () => {
  const { store, readHistory, history } = setUp(anAnswer([], aPage(finishedJobs('a'), 'after a')));
  readHistory.mockResolvedValue({ data: { history: aPage(finishedJobs('b')) } });
  await store.refresh();
  await Promise.all([store.loadMore(), store.loadMore()]);
  expect(readHistory.mock.calls.map(([{ after }]) => after)).toEqual(['after a']);
  expect(history()).toEqual(['a', 'b']);
  await store.loadMore();
  expect(readHistory).toHaveBeenCalledOnce();
});

test('a page of former filters is not appended', async () => {
  const { store, readDashboard, readHistory, history } = setUp(
    anAnswer([], aPage(finishedJobs('a'), 'after a')),
  );
  await store.refresh();
  const page = Promise.withResolvers<Awaited<ReturnType<DashboardApi['readHistory']>>>();
  readHistory.mockReturnValue(page.promise);
  const loading = store.loadMore();
  readDashboard.mockResolvedValue({ data: anAnswer([], aPage(finishedJobs('x'), 'after x')) });
  await store.show(filtersOf('?text=x'));
  page.resolve({ data: { history: aPage(finishedJobs('b')) } });
  await loading;
  expect(history()).toEqual(['x']);
});

test('the answer for former filters is dropped, and the former lists are shown until the new ones are there', async () => {
  const { store, readDashboard, history } = setUp(anAnswer([], aPage(finishedJobs('a'))));
  await store.refresh();
  const slow = Promise.withResolvers<Awaited<ReturnType<DashboardApi['readDashboard']>>>();
  readDashboard.mockReturnValueOnce(slow.promise);
  const former = store.show(filtersOf('?text=slow'));
  expect(store.shown.get()).toMatchObject({ isLoading: true });
  expect(history()).toEqual(['a']);
  readDashboard.mockResolvedValueOnce({ data: anAnswer([], aPage(finishedJobs('fast'))) });
  await store.show(filtersOf('?text=fast'));
  slow.resolve({ data: anAnswer([], aPage(finishedJobs('slow'))) });
  await former;
  expect(history()).toEqual(['fast']);
  expect(store.shown.get()).toMatchObject({ isLoading: false });
});

test('on coming back, as many jobs are loaded as before', async () => {
  const { store, readHistory, history } = setUp(anAnswer([], aPage(numbered(1, 50), 'after 50')));
  readHistory.mockResolvedValueOnce({ data: { history: aPage(numbered(51, 100), 'after 100') } });
  readHistory.mockResolvedValueOnce({ data: { history: aPage(numbered(101, 150), 'after 150') } });
  await store.refresh();
  await store.loadUpTo(120);
  expect(history()).toHaveLength(150);
});

test('an answer that is older than a live update does not bring its state back', async () => {
  const running = aListedJob({ id: 'a', status: 'PROCESSING' });
  const { store, history } = setUp(anAnswer([running], aPage([])));
  await store.refresh();
  store.update({ ...running, status: 'COMPLETED', lastSequence: 2 });
  expect(history()).toEqual(['a']);
  await store.refresh();
  expect(history()).toEqual(['a']);
  expect(store.shown.get().data?.counts).toMatchObject({ active: 0, completed: 1 });
});
