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
  refused: {
    quota:
      'You have {{active, number}} unfinished jobs, the limit is {{limit, number}}. Wait until one has finished, or cancel one.',
    notFound: 'It does not exist any more, or you don’t have access to it.',
    sentBefore: 'This was sent before with other content. Change it and send it again.',
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
