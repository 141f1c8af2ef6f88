import { describe, expect, test } from 'vitest';
import type { DashboardJobFragment } from '../../generated/graphql.ts';
import { readFilters } from '../filters/filters.ts';
import { aListedJob } from '../fixtures.ts';
import { type DashboardState, updateLists } from './updateLists.ts';

/** A job that was created, and maybe ended, at these minutes. */
function aJobAt(
  id: string,
  created: number,
  ended: number | null = null,
  changes: Partial<DashboardJobFragment> = {},
): DashboardJobFragment {
  const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`;
  const finishedAt = ended === null ? null : at(ended);
  const status = ended === null ? 'PROCESSING' : 'COMPLETED';
  return aListedJob({ id, status, createdAt: at(created), finishedAt, ...changes });
}

const anUpdate: typeof aJobAt = (id, created, ended, changes) =>
  aJobAt(id, created, ended, { lastSequence: 2, ...changes });

/** Two active jobs and two that have ended, of which `old` took longest. */
function lists(search = '', hasNextPage = false): DashboardState {
  return {
    filters: readFilters(new URLSearchParams(search)),
    active: [aJobAt('b', 30), aJobAt('a', 10)],
    history: { jobs: [aJobAt('new', 20, 21), aJobAt('old', 5, 29)], endCursor: null, hasNextPage },
    counts: { all: 4, active: 2, completed: 2, failed: 0, cancelled: 0 },
    queue: { paused: false, reason: null },
  };
}

const listed = ({ active, history }: DashboardState) =>
  [active, history.jobs].map((jobs) => jobs.map(({ id }) => id).join(' '));

describe('a live update', () => {
  test('changes its job, and keeps what it does not tell', () => {
    const before = lists();
    const { active } = updateLists(before, anUpdate('a', 10, null, { progress: 0.5 }));
    expect(active[1]).toMatchObject({ progress: 0.5, createdBy: { name: 'Ada' } });
    expect(active[0]).toBe(before.active[0]);
  });

  test.each([
    ['of another job', anUpdate('x', 10)],
    ['that is not newer', anUpdate('a', 10, null, { lastSequence: 1 })],
  ])('%s changes nothing', (_, update) => {
    const before = lists();
    expect(updateLists(before, update)).toBe(before);
  });
});

describe('a job that ends', () => {
  test.each([
    ['', 'new a old'],
    ['?sort=oldest', 'a new old'],
    ['?sort=finished', 'a new old'],
    ['?sort=finished-first', 'new old a'],
  ])('is at its place in the history at once: with %j as %s', (sort, history) => {
    expect(listed(updateLists(lists(sort), anUpdate('a', 10, 31)))).toEqual(['b', history]);
  });

  test('is counted in its new group', () => {
    const { counts } = updateLists(lists(), anUpdate('a', 10, 31, { status: 'FAILED' }));
    expect(counts).toEqual({ all: 4, active: 1, completed: 2, failed: 1, cancelled: 0 });
  });

  test('leaves a list of active jobs', () => {
    expect(listed(updateLists(lists('?status=active'), anUpdate('a', 10, 31)))).toEqual(['b', 'new old']);
  });

  test('belongs to a later page where it would be last', () => {
    const update = anUpdate('a', 10, 31);
    expect(listed(updateLists(lists('?sort=finished-first', true), update))).toEqual(['b', 'new old']);
  });
});

test('a job that is queued again is at its place among the active ones at once', () => {
  const update = anUpdate('new', 20, null, { status: 'QUEUED' });
  expect(listed(updateLists(lists(), update))).toEqual(['b new a', 'old']);
});
