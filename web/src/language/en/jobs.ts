/** Texts about jobs. */
export const jobs = {
  status: {
    QUEUED: 'Queued',
    PROCESSING: 'Running',
    CANCELLING: 'Cancelling',
    COMPLETED: 'Done',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
  phase: {
    PLANNING: 'Planning',
    GENERATING: 'Generating',
    LAYING_OUT: 'Laying out',
    SAVING: 'Saving',
  },
  queuePosition_ordinal_one: '{{count, number}}st in queue',
  queuePosition_ordinal_two: '{{count, number}}nd in queue',
  queuePosition_ordinal_few: '{{count, number}}rd in queue',
  queuePosition_ordinal_other: '{{count, number}}th in queue',
  objects_one: '{{count, number}} object',
  objects_other: '{{count, number}} objects',
  preview: {
    added: '{{count, number}} added',
    changed: '{{count, number}} changed',
    deleted: '{{count, number}} to be deleted',
  },
};
