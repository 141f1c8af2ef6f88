/** Texts of the command palette and the list of shortcuts. */
export const palette = {
  title: 'Search and commands',
  placeholder: 'Search canvases, jobs and commands',
  results: 'Results',
  empty: 'Nothing found for “{{text}}”',
  canvases: 'Canvases',
  recentCanvases: 'Recent canvases',
  jobs: 'Jobs',
  shortcuts: 'Keyboard shortcuts',
  groups: { actions: 'Actions', pages: 'Go to' },
  commands: {
    create: 'New canvas',
    search: 'Search and commands',
    shortcuts: 'Show keyboard shortcuts',
    toDark: 'Switch to dark theme',
    toLight: 'Switch to light theme',
    language: 'Change the language to {{name}}',
  },
};
