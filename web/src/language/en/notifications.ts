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
  offer: 'This job takes a while. You can be notified when it is done.',
  enable: 'Notify me',
  settings: {
    title: 'Notifications',
    browser: 'Browser notifications',
    browserNote: 'Shown when a job ends while no tab of CollabCanvas is visible.',
    denied:
      'The browser blocks notifications from this site. Allow them in its site settings, beside the address, then reload this page.',
    unsupported: 'This browser does not show notifications of this site. They need a secure (https) address.',
    sound: 'Sound when a job ends',
  },
};
