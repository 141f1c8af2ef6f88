/** Texts of parts that several pages share. */
export const ui = {
  close: 'Close',
  tryAgain: 'Try again',
  loadsLater: 'This is loaded as soon as the connection is back.',
  /** Keys as they are labelled on keyboards. */
  keys: { Mod: 'Ctrl', Shift: 'Shift', Enter: 'Enter', Delete: 'Delete', Escape: 'Esc' },
  pager: { label: 'Pagination', newer: 'Newer', older: 'Older' },
};
