/** Texts about the connection to the server. */
export const connection = {
  unreachable: 'Can’t reach the server. Check your connection and try again.',
  reference: '(reference {{requestId}})',
  failed: {
    INTERNAL_SERVER_ERROR: 'Something went wrong on the server.',
    SERVICE_UNAVAILABLE: 'The server has a problem at the moment. Try again shortly.',
    RATE_LIMITED: 'Too many requests in a short time. Wait a moment, then try again.',
    UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
    FORBIDDEN: 'Only operators may do this.',
  },
  budget: {
    tokens_one: '{{count, number}} token',
    tokens_other: '{{count, number}} tokens',
    usedUp: {
      USER: 'Your budget for this month is used up: {{used}} of {{limit}}. It begins again on {{time}}.',
      INSTALLATION:
        'The budget of this installation for this month is used up: {{used}} of {{limit}}. It begins again on {{time}}.',
    },
    nearlyUsedUp: {
      USER: 'You have used {{share}} of your budget for this month: {{used}} of {{limit}}. It begins again on {{time}}.',
      INSTALLATION:
        'All users together have used {{share}} of the budget for this month: {{used}} of {{limit}}. It begins again on {{time}}.',
    },
  },
  refused: {
    quota:
      'You have {{active, number}} unfinished jobs, the limit is {{limit, number}}. Wait until one has finished, or cancel one.',
    notAccepted: 'No new jobs are accepted at the moment.',
    /** The reason is in the words of the operator. */
    notAcceptedBecause: 'No new jobs are accepted at the moment: {{reason}}.',
    acceptedFrom: 'They will be from {{time}}.',
    tryLater: 'Try again later.',
    notFound: 'It does not exist any more, or you don’t have access to it.',
    sentBefore: 'This was sent before with other content. Change it and send it again.',
    /** In place of messages of the server, which are English and more exact. */
    inTrash: 'The canvas is in the trash. Restore it first.',
    jobState: {
      QUEUED: 'This can’t be done while the job is waiting.',
      PROCESSING: 'This can’t be done, the job is running already.',
      CANCELLING: 'This can’t be done, the job is being cancelled.',
      COMPLETED: 'This can’t be done, the job has completed already.',
      FAILED: 'This can’t be done: the job has failed already, or its canvas is in the trash.',
    },
    field: {
      EMPTY: 'The text is empty.',
      TOO_LONG: 'The text is too long.',
      TOO_MANY: 'This is too much at once.',
      CONTROL_CHARACTER: 'The text contains a control character that is not allowed.',
      MALFORMED_TEXT: 'The text contains a character that is not valid.',
      NOT_FOUND: 'An object or a version does not exist any more.',
    },
    other: '{{message}}',
  },
  liveRejected: 'The server rejected the live connection. Reload the page.',
  banner: {
    offline: 'You are offline. Changes are kept and sent later.',
    signedOut: 'Your session has expired. Changes are kept and sent after you sign in.',
    restarting: 'The server is restarting…',
    reconnecting: 'Reconnecting…',
    failing: 'The server has a problem. Trying again…',
    connectedAgain: 'Connected again',
  },
  unavailable: {
    title: 'CollabCanvas is not available',
    text: 'The server, or its database, does not answer. This page keeps trying and opens when it does.',
    tryNow: 'Try now',
  },
};
