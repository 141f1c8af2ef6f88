/** Texts around the pages. */
export const app = {
  skip: 'Skip to content',
  brand: 'CollabCanvas, start page',
  nav: { label: 'Main', canvases: 'Canvases', jobs: 'Jobs', ops: 'Ops' },
  search: 'Search',
  create: 'New',
  planner: {
    model: 'This AI model plans your canvases.',
    sketcher: 'Built-in sketcher',
    noModel: 'No AI key is configured. Built-in rules draw your canvases, not an AI model.',
  },
  signOut: 'Sign out {{name}}',
  signIn: {
    title: 'Sign in',
    rejected: 'Your access token was rejected. It may have expired. Paste a new one.',
    advice: 'Paste your access token to view and create canvases.',
    again: 'Sign in again',
    expired: 'Your access token has expired. Paste a new one to go on here. What you have typed is kept.',
    token: 'Access token',
    stored: 'The token is stored in this browser until you sign out.',
  },
  notFound: { title: 'Page not found', goHome: 'Go to the start page' },
  loading: 'Loading…',
  pageFailed: {
    title: 'Can’t show this page',
    outage: 'It opens as soon as the server can be reached.',
    advice: 'It could not be loaded, perhaps because of an update. Reload to continue. Your work is saved.',
    reload: 'Reload',
  },
};
