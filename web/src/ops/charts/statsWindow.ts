import type { StatsWindow } from '../../generated/graphql.ts';

/** Time windows of the statistics, by their names in the address. */
export const statsWindows = {
  hour: 'LAST_HOUR',
  day: 'LAST_DAY',
  week: 'LAST_WEEK',
  month: 'LAST_MONTH',
} as const satisfies Record<string, StatsWindow>;

export type WindowName = keyof typeof statsWindows;

export const windowNames = Object.keys(statsWindows) as WindowName[];

/** The window with this name; the hour if there is none. */
export function windowNamed(name: string | null): WindowName {
  return windowNames.find((known) => known === name) ?? 'hour';
}
