/** Texts of parts that several pages share. */
export const ui = {
  close: 'Close',
  tryAgain: 'Try again',
  pager: { label: 'Pagination', newer: 'Newer', older: 'Older' },
};
