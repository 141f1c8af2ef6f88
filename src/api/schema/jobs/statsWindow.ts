import { builder } from '../../graphql/builder.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Lengths of the windows and of their buckets, in milliseconds. */
export const windowLengths = {
  LAST_HOUR: { windowMs: hourMs, bucketMs: minuteMs },
  LAST_DAY: { windowMs: dayMs, bucketMs: hourMs },
  LAST_WEEK: { windowMs: 7 * dayMs, bucketMs: 6 * hourMs },
  LAST_MONTH: { windowMs: 30 * dayMs, bucketMs: dayMs },
};

export const StatsWindow = builder.enumType('StatsWindow', {
  description: 'A span of time that ends now.',
  values: {
    LAST_HOUR: { description: '60 minutes, in buckets of a minute.' },
    LAST_DAY: { description: '24 hours, in buckets of an hour.' },
    LAST_WEEK: { description: '7 days, in buckets of 6 hours.' },
    LAST_MONTH: { description: '30 days, in buckets of a day.' },
  } as const,
});
