import type { Sql } from '../../../database/connection.ts';
import { statement } from '../../../database/statement.ts';
import type { BinCount } from './durationBins.ts';
import { countDurations, everyonesFacts, type FactsWindow, ownersFacts } from './facts.ts';

export type DurationCount = BinCount & { measure: 'wait' | 'run' };

const define = (facts: string) =>
  statement.rows<DurationCount, FactsWindow>(`
  SELECT measure, bin, sum(jobs)::int AS jobs
  FROM (
    ${countDurations('NULL::timestamptz', facts)}
    UNION ALL
    SELECT * FROM job_duration_hour WHERE hour >= :wholeFrom AND hour < :wholeTo
  ) AS parts
  GROUP BY measure, bin ORDER BY measure, bin`);

const readOfEveryone = define(everyonesFacts);
const readOfOwner = define(ownersFacts);

/** The histograms of a window: bins in ascending order. */
export function readDurationCounts(sql: Sql, window: FactsWindow): Promise<DurationCount[]> {
  return (window.ownerId === null ? readOfEveryone : readOfOwner)(sql, window);
}
