import type { Sql } from '../../../database/connection.ts';
import { statement } from '../../../database/statement.ts';
import type { BinCount } from './durationBins.ts';
import { bucketOf, countDurations, everyonesFacts, type FactsWindow, ownersFacts } from './facts.ts';

export type DurationCount = BinCount & { bucket: Date; measure: 'wait' | 'run' };

const define = (facts: string) =>
  statement.rows<DurationCount, FactsWindow & { bucketMs: number }>(`
  SELECT ${bucketOf('hour')} AS bucket, measure, bin, sum(jobs)::int AS jobs
  FROM (
    ${countDurations(bucketOf('at'), facts)}
    UNION ALL
    SELECT * FROM job_duration_hour WHERE hour >= :wholeFrom AND hour < :wholeTo
  ) AS parts
  GROUP BY 1, 2, 3`);

const readOfEveryone = define(everyonesFacts);
const readOfOwner = define(ownersFacts);

/** The histograms of a window, one for each bucket of `bucketMs` milliseconds. */
export function readDurationCounts(
  sql: Sql,
  window: FactsWindow,
  bucketMs: number,
): Promise<DurationCount[]> {
  const read = window.ownerId === null ? readOfEveryone : readOfOwner;
  return read(sql, { ...window, bucketMs });
}
