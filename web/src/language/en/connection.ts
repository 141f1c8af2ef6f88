/** Texts about the connection to the server. */
export const connection = {
  unreachable: 'Can’t reach the server. Check your connection and try again.',
  serverError: 'Something went wrong on the server',
  reference: '(reference {{requestId}})',
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
