import { Histogram } from 'prom-client';

/** Events that attempts of this process append at a time. A registry has to be told of it. */
export const batchSizes = new Histogram({
  name: 'collabcanvas_event_batch_size',
  help: 'Events that a running attempt appends in one statement; the sum is how many were appended.',
  buckets: [1, 2, 3, 5, 10, 20, 50, 100],
  registers: [],
});
