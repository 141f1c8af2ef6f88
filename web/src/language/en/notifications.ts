/** Texts of toasts, browser notifications and the list of notifications. */
export const notifications = {
  region: 'Notifications',
  dismiss: 'Dismiss',
  open: 'Open',
  undo: 'Undo',
  redo: 'Redo',
  retry: 'Try again',
  completed: {
    CREATE_CANVAS: 'Canvas drawn, {{objects}}',
    MODIFY_CANVAS: 'Canvas updated: {{instruction}}',
    TIDY_CANVAS: 'Canvas tidied up',
  },
  failed: 'Failed: {{reason}}',
  cancelled: 'Cancelled',
  undone: 'Change undone',
  redone: 'Change redone',
  conflicts_one: '{{done}}, except for {{count, number}} object that has changed since.',
  conflicts_other: '{{done}}, except for {{count, number}} objects that have changed since.',
  retried: 'The job is queued again.',
};
