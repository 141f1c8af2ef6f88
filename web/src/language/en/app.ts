/** Texts around the pages. */
export const app = {
  nav: { label: 'Main', canvases: 'Canvases', jobs: 'Jobs', ops: 'Ops' },
  loading: 'Loading…',
  pageFailed: {
    title: 'Can’t show this page',
    advice: 'It could not be loaded, perhaps because of an update. Reload to continue. Your work is saved.',
    reload: 'Reload',
  },
};
