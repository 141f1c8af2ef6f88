import { region, type Template, TWO_BY_TWO } from './template.ts';

/** Templates for the work of a team: looking back, setting priorities, shaping a business. */
export const teamTemplates: readonly Template[] = [
  {
    name: 'Start, stop, continue',
    match: /\bstart\b\W{1,3}stop\b\W{1,3}(and )?(continue|keep)\b/i,
    layout: 'kanban',
    regions: [
      region('Start', /^start( doing)?$/i, 'green', 'What should we try next?'),
      region('Stop', /^stop( doing)?$/i, 'red', 'What holds us back?'),
      region('Continue', /^(continue|keep)( doing)?$/i, 'blue', 'What works and should stay?'),
    ],
  },
  {
    name: 'Four Ls',
    match: /\b(4|four) ?ls\b|\bliked\b.{0,200}\blearned\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Liked', /^liked$/i, 'green', 'What did we enjoy?'),
      region('Learned', /^learn(ed|t)$/i, 'blue', 'What do we know now?'),
      region('Lacked', /^lacked$/i, 'orange', 'What was missing?'),
      region('Longed for', /^longed( for)?$/i, 'purple', 'What do we wish for?'),
    ],
  },
  {
    name: 'Retrospective',
    match:
      /\bretro(spective)?s?\b|\blessons learned\b|\bretrospektive\b|\brétrospective\b|\bretrospectiva\b/i,
    layout: 'kanban',
    regions: [
      region(
        'Went well',
        /^(what )?(went|going) well$|^good$|^keep$|^positives?$|^glad$/i,
        'green',
        'What are we proud of? | Who helped, and how?',
      ),
      region(
        'To improve',
        /^(to |what to |could |needs? )?(be )?improve[ds]?$|^(what )?(went|did not go|didn.t go|not so) (badly|wrong|well)$|^bad$|^problems?$|^sad$|^mad$|^negatives?$/i,
        'red',
        'What slowed us down? | What surprised us?',
      ),
      region(
        'Actions',
        /^(action( item)?s?|next( steps)?|try|to-?dos?|ideas?)$/i,
        'blue',
        'What do we change next time? | Who takes it on, and by when?',
      ),
    ],
  },
  {
    name: 'Mad, sad, glad',
    match: /\bmad\b\W{1,3}sad\b\W{1,3}(and )?glad\b/i,
    layout: 'kanban',
    regions: [
      region('Mad', /^mad$/i, 'red', 'What annoyed us?'),
      region('Sad', /^sad$/i, 'blue', 'What disappointed us?'),
      region('Glad', /^glad$/i, 'green', 'What made us happy?'),
    ],
  },
  {
    name: 'MoSCoW',
    match:
      /\bmoscow (method|priorit|analysis|board|matrix|list)|\bMoSCoW\b|\bmust.haves?\b.{0,200}\bshould\b/,
    layout: 'kanban',
    regions: [
      region('Must have', /^must/i, 'red', 'What can {} not do without?'),
      region('Should have', /^should/i, 'orange', 'What matters, but can wait a little?'),
      region('Could have', /^could/i, 'blue', 'What would be nice?'),
      region('Won’t have now', /^won.?t/i, 'neutral', 'What do we leave out on purpose?'),
    ],
  },
  {
    name: 'Business model canvas',
    match: /\b(business model|lean)( canvas)?\b(?= canvas|\b)/i,
    layout: 'grid',
    regions: [
      region('Customer segments', /customer seg|segments/i, 'blue', 'For whom do we create value?'),
      region('Value proposition', /value/i, 'green', 'Which problem do we solve?'),
      region('Channels', /channel/i, 'teal', 'How do we reach people?'),
      region('Customer relationships', /relation/i, 'pink', 'How do we keep in touch?'),
      region('Revenue streams', /revenue/i, 'yellow', 'What do people pay for?'),
      region('Key resources', /resource/i, 'purple', 'What do we need?'),
      region('Key activities', /activit/i, 'purple', 'What must we do well?'),
      region('Key partners', /partner/i, 'orange', 'Who helps us?'),
      region('Cost structure', /cost/i, 'red', 'What costs most?'),
    ],
  },
  {
    name: 'Empathy map',
    match: /\bempathy map/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Says', /^sa(ys|id)/i, 'blue', 'Which words do they use?'),
      region('Thinks', /^think/i, 'purple', 'What occupies them?'),
      region('Does', /^do(es)?$/i, 'green', 'What do they do today?'),
      region('Feels', /^feel/i, 'pink', 'What worries or delights them?'),
    ],
  },
  {
    name: 'RACI',
    match: /\braci\b/i,
    layout: 'kanban',
    regions: [
      region('Responsible', /^responsible$/i, 'blue', 'Who does the work on {}?'),
      region('Accountable', /^accountable$/i, 'red', 'Who answers for the result?'),
      region('Consulted', /^consulted$/i, 'yellow', 'Whose advice do we need?'),
      region('Informed', /^informed$/i, 'green', 'Who must hear about it?'),
    ],
  },
];
