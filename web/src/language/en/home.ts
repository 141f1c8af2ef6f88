/** Texts of the start page. */
export const home = {
  question: 'What do you want to draw?',
  describe: 'Describe a canvas',
  placeholder: 'Describe a flow, a board, a mind map, a plan…',
  canvases: 'Canvases',
  search: 'Search canvases',
  order: { label: 'Order', updated: 'Last changed', created: 'Newest' },
  noneFound: { title: 'No canvas has “{{text}}” in its title', clear: 'Show all canvases' },
  actionsFor: 'Actions for {{title}}',
  empty: 'Empty',
  moreJobs: '{{count, number}} more',
  recentJobs: 'Recent jobs',
  allJobs_one: 'View {{count, number}}',
  allJobs_other: 'View all {{count, number}}',
  first: {
    title: 'No canvases yet',
    advice: 'Describe a diagram above to create your first canvas, or start with an example.',
  },
  sketcher: {
    title: 'Built-in rules draw your canvases. To connect an AI model:',
    key: 'Set OPENAI_API_KEY to use OpenAI,',
    server: 'or OPENAI_BASE_URL and OPENAI_MODEL for a compatible server, such as Ollama.',
    restart: 'Restart CollabCanvas. All settings are in docs/deployment.md.',
    dismiss: 'Dismiss',
  },
};
