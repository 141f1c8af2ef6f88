import { region, type Template, TWO_BY_TWO } from './template.ts';

/** Templates for the work of a team: looking back, setting priorities, shaping a business. */
export const teamTemplates: readonly Template[] = [
  {
    name: 'Start, stop, continue',
    match: /\bstart\b\W{1,3}stop\b\W{1,3}(and )?(continue|keep)\b/i,
    layout: 'kanban',
    regions: [
      region('Start', /^start( doing)?$/i, 'green'),
      region('Stop', /^stop( doing)?$/i, 'red'),
      region('Continue', /^(continue|keep)( doing)?$/i, 'blue'),
    ],
  },
  {
    name: 'Four Ls',
    match: /\b(4|four) ?ls\b|\bliked\b.{0,200}\blearned\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Liked', /^liked$/i, 'green'),
      region('Learned', /^learn(ed|t)$/i, 'blue'),
      region('Lacked', /^lacked$/i, 'orange'),
      region('Longed for', /^longed( for)?$/i, 'purple'),
    ],
  },
  {
    name: 'Retrospective',
    match:
      /\bretro(spective)?s?\b|\blessons learned\b|\bretrospektive\b|\brétrospective\b|\bretrospectiva\b/i,
    layout: 'kanban',
    regions: [
      region('Went well', /^(what )?(went|going) well$|^good$|^keep$|^positives?$|^glad$/i, 'green'),
      region(
        'To improve',
        /^(to |what to |could |needs? )?(be )?improve[ds]?$|^(what )?(went|did not go|didn.t go|not so) (badly|wrong|well)$|^bad$|^problems?$|^sad$|^mad$|^negatives?$/i,
        'red',
      ),
      region('Actions', /^(action( item)?s?|next( steps)?|try|to-?dos?|ideas?)$/i, 'blue'),
    ],
  },
  {
    name: 'Mad, sad, glad',
    match: /\bmad\b\W{1,3}sad\b\W{1,3}(and )?glad\b/i,
    layout: 'kanban',
    regions: [
      region('Mad', /^mad$/i, 'red'),
      region('Sad', /^sad$/i, 'blue'),
      region('Glad', /^glad$/i, 'green'),
    ],
  },
  {
    name: 'MoSCoW',
    match:
      /\bmoscow (method|priorit|analysis|board|matrix|list)|\bMoSCoW\b|\bmust.haves?\b.{0,200}\bshould\b/,
    layout: 'kanban',
    regions: [
      region('Must have', /^must/i, 'red'),
      region('Should have', /^should/i, 'orange'),
      region('Could have', /^could/i, 'blue'),
      region('Won’t have now', /^won.?t/i, 'neutral'),
    ],
  },
  {
    name: 'Business model canvas',
    match: /\bbusiness model( canvas)?\b/i,
    layout: 'grid',
    regions: [
      region('Customer segments', /customer seg|segments/i, 'blue'),
      region('Value proposition', /value/i, 'green'),
      region('Channels', /channel/i, 'teal'),
      region('Customer relationships', /relation/i, 'pink'),
      region('Revenue streams', /revenue/i, 'yellow'),
      region('Key resources', /resource/i, 'purple'),
      region('Key activities', /activit/i, 'purple'),
      region('Key partners', /partner/i, 'orange'),
      region('Cost structure', /cost/i, 'red'),
    ],
  },
  {
    name: 'Empathy map',
    match: /\bempathy map/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Says', /^sa(ys|id)/i, 'blue'),
      region('Thinks', /^think/i, 'purple'),
      region('Does', /^do(es)?$/i, 'green'),
      region('Feels', /^feel/i, 'pink'),
    ],
  },
  {
    name: 'RACI',
    match: /\braci\b/i,
    layout: 'kanban',
    regions: [
      region('Responsible', /^responsible$/i, 'blue'),
      region('Accountable', /^accountable$/i, 'red'),
      region('Consulted', /^consulted$/i, 'yellow'),
      region('Informed', /^informed$/i, 'green'),
    ],
  },
];
