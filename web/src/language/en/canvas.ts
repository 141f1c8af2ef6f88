/** Texts of the page of one canvas. */
export const canvas = {
  panel: 'Canvas',
  sheet: 'Jobs and tools',
  version: 'Version {{number, number}}',
  versions: 'Versions',
  change: 'Change this canvas',
  changePlaceholder: 'Change this canvas…',
  deleted: 'Deleted. Restore this canvas to change it.',
  rename: 'Rename',
  more: 'More',
  empty: 'This canvas is empty',
  drawingExpected: 'Your drawing will appear here',
  stageFailed: {
    title: 'Can’t show the drawing',
    advice: 'Your work is safe. Try again, or reload the page.',
  },
  notFound: 'Canvas not found',
  notFoundWhy: 'It may have been deleted, or you may not have access to it.',
  goHome: 'Go to the start page',
};
