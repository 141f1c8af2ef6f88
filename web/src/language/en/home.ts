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
  tour: {
    label: 'Tour',
    start: 'Take the tour',
    position: '{{position, number}} of {{count, number}}',
    next: 'Next',
    back: 'Back',
    skip: 'Skip',
    end: 'Start drawing',
    describe: {
      title: 'Describe what you want',
      text: 'Write a sentence, or paste a list, meeting notes or Mermaid. Enter sends it, and you watch the canvas fill.',
    },
    create: {
      title: 'Create from every page',
      text: 'New, or the key N, has more choices: the kind of diagram, the priority, files, changes of an open canvas.',
    },
    search: {
      title: 'Find everything',
      text: 'Search canvases and jobs, or run a command. The key ? lists all shortcuts.',
    },
    jobs: {
      title: 'Come back any time',
      text: 'Jobs keep running when you close the page. Here you watch, cancel and retry them.',
    },
  },
  sketcher: {
    title: 'Built-in rules draw your canvases. To connect an AI model:',
    key: 'Set OPENAI_API_KEY to use OpenAI,',
    server: 'or OPENAI_BASE_URL and OPENAI_MODEL for a compatible server, such as Ollama.',
    restart: 'Restart CollabCanvas. All settings are in docs/deployment.md.',
    dismiss: 'Dismiss',
  },
};
