import { statement } from '../../../database/statement.ts';
import { queueDepth } from '../../queue/sql/readQueueDepth.ts';

/** Records how many jobs could be started now, unless that was recorded in this minute. */
export const sampleQueueDepth = statement.count(`
  INSERT INTO queue_depth_sample (at, urgent, high, normal, low)
  SELECT date_trunc('minute', now()),
         sum(waiting) FILTER (WHERE priority = 'URGENT'), sum(waiting) FILTER (WHERE priority = 'HIGH'),
         sum(waiting) FILTER (WHERE priority = 'NORMAL'), sum(waiting) FILTER (WHERE priority = 'LOW')
  FROM (${queueDepth}) AS depth
  WHERE NOT EXISTS (SELECT FROM queue_depth_sample WHERE at = date_trunc('minute', now()))
  HAVING count(*) > 0
  ON CONFLICT DO NOTHING`);
