import { describe, expect, test } from 'vitest';
import { clearedFilters, type JobFilters, readFilters, setConditions, writeFilters } from './filters.ts';
import { dashboardVariables } from './filterVariables.ts';

const filtersOf = (search: string): JobFilters => readFilters(new URLSearchParams(search));
const now = Date.parse('2026-03-10T12:00:00Z');
const historyFilter = (search: string) => dashboardVariables(filtersOf(search), now).historyFilter;

describe('filters in an address', () => {
  test.each([
    '',
    '?status=failed',
    '?status=active&text=a+%26+b&type=TIDY_CANVAS&canvas=Q2FudmFzOjE%3D&time=week',
    '?from=2026-01-31&to=2026-02-01&error=any&planner=sketcher&priority=URGENT&scope=all&sort=finished-first',
    '?error=PROVIDER_RATE_LIMITED',
  ])('%s is written as it was read', (search) => {
    expect(writeFilters(filtersOf(search))).toBe(search);
  });

  test.each(['?status=nonsense', '?type=x&error=y&sort=z&scope=s', '?from=yesterday&to=2026-13-45'])(
    'values that do not exist, as in %s, are ignored',
    (search) => {
      expect(writeFilters(filtersOf(search))).toBe('');
    },
  );

  test('clearing them keeps whose jobs are listed, and the order', () => {
    const cleared = clearedFilters(filtersOf('?status=failed&text=a&scope=all&sort=oldest'));
    expect(writeFilters(cleared)).toBe('?scope=all&sort=oldest');
  });

  test('the conditions that are set are neither the status nor the order', () => {
    const filters = filtersOf('?status=failed&text=a&from=2026-01-31&sort=oldest');
    expect(setConditions(filters)).toEqual(['text', 'from']);
  });
});

describe('variables of the query', () => {
  test('a status narrows the lists, and no count', () => {
    const variables = dashboardVariables(filtersOf('?status=failed&text=a'), now);
    expect(variables.activeFilter).toEqual({ text: 'a', status: [] });
    expect(variables.historyFilter).toEqual({ text: 'a', status: ['FAILED'] });
    expect(variables.completed).toEqual({ text: 'a', status: ['COMPLETED'] });
    expect(variables.all.status).toHaveLength(6);
  });

  test.each([
    ['?error=any', { hasError: true }],
    ['?error=OUTPUT_EMPTY', { errorCode: ['OUTPUT_EMPTY'] }],
    ['?time=hour', { createdAfter: '2026-03-10T11:00:00.000Z' }],
    ['?canvas=c&type=MODIFY_CANVAS', { canvasId: 'c', type: ['MODIFY_CANVAS'] }],
    ['?planner=openai&priority=LOW', { planner: ['openai'], priority: ['LOW'] }],
    ['?text=++', {}],
  ])('%s asks for %o', (search, conditions) => {
    const { status: _, ...asked } = historyFilter(search);
    expect(asked).toEqual(conditions);
  });

  test('days are days in local time, the last one included', () => {
    expect(historyFilter('?from=2026-01-30&to=2026-01-31')).toMatchObject({
      createdAfter: new Date(2026, 0, 30).toISOString(),
      createdBefore: new Date(2026, 1, 1).toISOString(),
    });
  });

  test.each([
    ['', 'CREATED_AT_DESC', 'CREATED_AT_DESC', 'MINE'],
    ['?sort=oldest', 'CREATED_AT_ASC', 'CREATED_AT_ASC', 'MINE'],
    ['?sort=finished&scope=all', 'FINISHED_AT_DESC', 'CREATED_AT_DESC', 'ALL'],
  ])('%s has the order %s, active jobs %s, and the scope %s', (search, orderBy, activeOrderBy, scope) => {
    expect(dashboardVariables(filtersOf(search), now)).toMatchObject({ orderBy, activeOrderBy, scope });
  });
});
