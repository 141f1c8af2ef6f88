/** Texts of the start page. */
export const home = {
  question: 'What do you want to draw?',
  describe: 'Describe a canvas',
  placeholder: 'Describe a flow, a board, a mind map, a plan…',
  canvases: 'Canvases',
  recentJobs: 'Recent jobs',
  allJobs_one: 'View {{count, number}}',
  allJobs_other: 'View all {{count, number}}',
};
