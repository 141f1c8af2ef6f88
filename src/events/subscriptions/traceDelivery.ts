import { isTracing, recordSpan } from '../../tracing/trace.ts';
import type { JobEventSource } from './subscribeToJob.ts';

/**
 * Records the delivery of events as spans in the trace of their job: of new ones since they were appended.
 * @param parent The trace; null: it has none
 */
export function traceDelivery(source: JobEventSource, parent: string | null): JobEventSource {
  if (parent === null || !isTracing()) return source;
  return {
    ...source,
    delivered(events, isLive) {
      source.delivered?.(events, isLive);
      const [first] = events;
      const end = new Date();
      const start = isLive && first !== undefined && first.at < end ? first.at : end;
      const attributes = {
        'collabcanvas.job.id': first?.jobId,
        'collabcanvas.events.count': events.length,
        'collabcanvas.events.last_seq': events.at(-1)?.seq,
        'collabcanvas.events.live': isLive,
      };
      recordSpan('deliver events', { kind: 'producer', parent, attributes, start, end });
    },
  };
}
