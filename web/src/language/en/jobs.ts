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
    /** In place of planning, for an imported file. */
    readingFile: 'Reading the file',
    GENERATING: 'Generating',
    LAYING_OUT: 'Laying out',
    SAVING: 'Saving',
  },
  type: {
    CREATE_CANVAS: 'New canvas',
    MODIFY_CANVAS: 'Change',
    TIDY_CANVAS: 'Tidy up',
  },
  priority: {
    URGENT: 'Urgent',
    HIGH: 'High',
    NORMAL: 'Normal',
    LOW: 'Low',
  },
  planner: {
    openai: 'AI model',
    sketcher: 'Built-in sketcher',
  },
  progress: 'Progress',
  phases: 'Phases',
  retryingIn: 'Retrying in {{time}}',
  retryingNow: 'Retrying now',
  /** After the number of unfinished jobs. */
  active: 'active',
  fromCache: '{{objects}}, from the cache',
  result: '{{objects}} in {{duration}}',
  resultOfAttempt: '{{objects}} in {{duration}}, attempt {{number, number}}',
  queue: {
    paused: 'The queue is paused. Queued jobs start when it is resumed.',
    pausedWhy: 'The queue is paused ({{reason}}). Queued jobs start when it is resumed.',
    noWorker: 'No worker is running. Queued jobs start when one is available.',
    ownJobs: 'Waits for other jobs of the same user: only so many run at once.',
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
  /** Why an attempt or a job failed, and what to do, by error code. */
  error: {
    PROVIDER_UNREACHABLE: {
      reason: 'The connection to the AI service failed.',
      advice: 'Try again in a few minutes. If it fails again, contact your administrator.',
    },
    PROVIDER_CONNECT_TIMEOUT: {
      reason: 'The AI service did not respond in time.',
      advice: 'Try again in a few minutes. If it fails again, contact your administrator.',
    },
    PROVIDER_FIRST_TOKEN_TIMEOUT: {
      reason: 'The AI service did not begin its answer in time.',
      advice: 'Try again in a few minutes. If it fails again, contact your administrator.',
    },
    PROVIDER_SILENCE_TIMEOUT: {
      reason: 'The AI service stopped in the middle of its answer.',
      advice: 'Try again in a few minutes. If it fails again, contact your administrator.',
    },
    PROVIDER_UNAVAILABLE: {
      reason: 'The AI service has a problem.',
      advice: 'Try again in a few minutes. If it fails again, contact your administrator.',
    },
    PROVIDER_RATE_LIMITED: {
      reason: 'The AI service is busy.',
      advice: 'Try again in a few minutes.',
    },
    PROVIDER_QUOTA_EXHAUSTED: {
      reason: 'The AI account is out of quota.',
      advice: 'Ask your administrator to raise the quota, then try again.',
    },
    PROVIDER_PAYMENT_REQUIRED: {
      reason: 'The AI account needs a payment.',
      advice: 'Ask your administrator to pay, then try again.',
    },
    PROVIDER_DENIED: {
      reason: 'The AI service rejected the API key.',
      advice: 'Ask your administrator to check the API key, then try again.',
    },
    PROVIDER_BAD_REQUEST: {
      reason: 'The AI service rejected the request.',
      advice:
        'Shorten the instruction or select fewer objects. If it fails again, ask your administrator to check the name of the model.',
    },
    PROVIDER_REFUSED: {
      reason: 'The AI model refused the instruction.',
      advice: 'Change the instruction, then try again.',
    },
    PROVIDER_UNREADABLE: {
      reason: 'The answer of the AI service could not be read.',
      advice: 'Ask your administrator to check the address of the AI service.',
    },
    CONTENT_FILTERED: {
      reason: 'A content filter of the AI service stopped the answer.',
      advice: 'Change the instruction, then try again.',
    },
    OUTPUT_TRUNCATED: {
      reason: 'The answer of the AI model is not complete.',
      advice: 'Try again, or ask for fewer objects.',
    },
    OUTPUT_TOO_LARGE: {
      reason: 'The answer of the AI model is too long.',
      advice: 'Ask for fewer objects.',
    },
    OUTPUT_INVALID: {
      reason: 'The answer of the AI model is not valid.',
      advice: 'Try again, or rephrase your instruction.',
    },
    OUTPUT_EMPTY: {
      reason: 'The answer of the AI model is empty.',
      advice: 'Try again, or rephrase your instruction.',
    },
    PLANNER_TIMEOUT: {
      reason: 'The instruction could not be read in time.',
      advice: 'Shorten the instruction, or split it into several jobs.',
    },
    INSTRUCTION_NOT_UNDERSTOOD: {
      reason: 'The instruction was not understood.',
      advice: 'Rephrase it, or name the objects as they are named on the canvas.',
    },
    SOURCE_UNREADABLE: {
      reason: 'The file could not be read as a diagram.',
      advice: 'Check that it holds Mermaid, CSV, Markdown or another supported format.',
    },
    LAYOUT_TIMEOUT: {
      reason: 'The objects could not be arranged in time.',
      advice: 'Ask for fewer objects, or split the instruction into several jobs.',
    },
    ATTEMPT_TIMEOUT: {
      reason: 'The attempt took longer than it may.',
      advice: 'Try again, or ask for fewer objects.',
    },
    INTERNAL_ERROR: {
      reason: 'Something went wrong on our side.',
      advice: 'Try again. If it fails again, contact your administrator.',
    },
    WORKER_LOST: {
      reason: 'The workers on this job stopped unexpectedly.',
      advice: 'Try again. If it fails again, contact your administrator.',
    },
    UNKNOWN: {
      reason: 'The job failed.',
      advice: 'Try again. If it fails again, contact your administrator.',
    },
  },
};
