/** Durations and ages. */
export const time = {
  justNow: 'just now',
};
