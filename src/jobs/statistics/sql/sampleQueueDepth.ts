import { statement } from '../../../database/statement.ts';
import type { OrderParameters } from '../../queue/sql/queueOrder.ts';
import { depthByPriority, queueDepth } from '../../queue/sql/readQueueDepth.ts';

/** Records how many jobs could be started now; of several times in a minute, the most of each priority stays. */
export const sampleQueueDepth = statement.count<OrderParameters>(`
  INSERT INTO queue_depth_sample AS sample (at, urgent, high, normal, low)
  SELECT date_trunc('minute', now()), current.* FROM (${depthByPriority(queueDepth)}) AS current
  ON CONFLICT (at) DO UPDATE
  SET urgent = GREATEST(sample.urgent, excluded.urgent), high = GREATEST(sample.high, excluded.high),
      normal = GREATEST(sample.normal, excluded.normal), low = GREATEST(sample.low, excluded.low)
  WHERE (sample.urgent, sample.high, sample.normal, sample.low)
        IS DISTINCT FROM (GREATEST(sample.urgent, excluded.urgent), GREATEST(sample.high, excluded.high),
                          GREATEST(sample.normal, excluded.normal), GREATEST(sample.low, excluded.low))`);
