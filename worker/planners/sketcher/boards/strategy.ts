import { region, type Template, TWO_BY_TWO } from './template.ts';

/** Templates for products, markets and needs. */
export const strategyTemplates: readonly Template[] = [
  {
    name: 'Lean canvas',
    match: /\blean canvas\b/i,
    layout: 'grid',
    regions: [
      region('Problem', /^problems?$/i, 'red'),
      region('Solution', /^solutions?$/i, 'green'),
      region('Unique value proposition', /value/i, 'purple'),
      region('Unfair advantage', /advantage/i, 'orange'),
      region('Customer segments', /customer|segments|users/i, 'blue'),
      region('Key metrics', /metric/i, 'teal'),
      region('Channels', /channel/i, 'pink'),
      region('Cost structure', /cost/i, 'neutral'),
      region('Revenue streams', /revenue/i, 'yellow'),
    ],
  },
  {
    name: 'Value proposition canvas',
    match: /\bvalue prop(?:osition)?(?: canvas| map| design)?\b/i,
    layout: 'grid',
    regions: [
      region('Customer jobs', /jobs?/i, 'blue'),
      region('Pains', /^(customer )?pains?$/i, 'red'),
      region('Gains', /^(customer )?gains?$/i, 'green'),
      region('Products and services', /product|service/i, 'blue'),
      region('Pain relievers', /reliever/i, 'red'),
      region('Gain creators', /creator/i, 'green'),
    ],
  },
  {
    name: 'Porter’s five forces',
    match: /\b(?:porter.{0,3}\s)?(?:five|5) forces\b|\bporter.{0,12}\bforces\b/i,
    layout: 'grid',
    regions: [
      region('Competitive rivalry', /rival|compet/i, 'red'),
      region('Threat of new entrants', /entrant/i, 'orange'),
      region('Threat of substitutes', /substitut/i, 'yellow'),
      region('Bargaining power of buyers', /buyer|customer/i, 'blue'),
      region('Bargaining power of suppliers', /supplier/i, 'purple'),
    ],
  },
  {
    name: 'BCG matrix',
    match: /\bbcg\b|\bboston (?:consulting group )?matrix\b|\bgrowth[- ]share matrix\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Stars', /^stars?$/i, 'yellow'),
      region('Question marks', /^question marks?$/i, 'purple'),
      region('Cash cows', /^(cash )?cows?$/i, 'green'),
      region('Dogs', /^(dogs?|pets?)$/i, 'red'),
    ],
  },
  {
    name: 'Ansoff matrix',
    match: /\bansoff\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Market penetration', /penetration/i, 'green'),
      region('Product development', /product/i, 'blue'),
      region('Market development', /market development/i, 'yellow'),
      region('Diversification', /diversif/i, 'red'),
    ],
  },
  {
    name: 'Marketing mix',
    match: /\bmarketing mix\b|\b(?:4|four) ?ps\b/i,
    layout: 'kanban',
    regions: [
      region('Product', /^product/i, 'blue'),
      region('Price', /^pric/i, 'green'),
      region('Place', /^place/i, 'orange'),
      region('Promotion', /^promo/i, 'purple'),
    ],
  },
  {
    name: 'RICE',
    match: /\bRICE\b(?! \p{Ll})|\b(?:rice|Rice|RICE) (?:scor|priorit|board|matrix|framework|model|template)/u,
    layout: 'kanban',
    regions: [
      region('Reach', /^reach$/i, 'blue'),
      region('Impact', /^impact$/i, 'green'),
      region('Confidence', /^confidence$/i, 'purple'),
      region('Effort', /^effort$/i, 'orange'),
    ],
  },
  {
    name: 'SMART goals',
    match: /\bSMART\b|\bsmart goals?\b/,
    layout: 'kanban',
    regions: [
      region('Specific', /^specific/i, 'blue'),
      region('Measurable', /^measur/i, 'green'),
      region('Achievable', /^(achiev|attain)/i, 'yellow'),
      region('Relevant', /^(relevan|realis)/i, 'orange'),
      region('Time-bound', /^time/i, 'purple'),
    ],
  },
  {
    name: 'Maslow’s pyramid',
    match: /\bmaslow\b|\b(?:hierarchy|pyramid) of needs\b|\bBedürfnispyramide\b/i,
    layout: 'grid',
    columns: 1,
    regions: [
      region('Self-actualisation', /actuali[sz]ation/i, 'purple'),
      region('Esteem', /esteem/i, 'blue'),
      region('Love and belonging', /love|belong|social/i, 'green'),
      region('Safety', /safety|security/i, 'yellow'),
      region('Physiological needs', /physiolog|basic/i, 'red'),
    ],
  },
  {
    name: 'Sailboat retrospective',
    match: /\bsail ?boat\b.{0,30}\b(?:retro\w*|board|exercise)\b|\bretro\w*\b.{0,20}\bsail ?boat\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Wind', /^wind/i, 'green'),
      region('Anchor', /^anchor/i, 'red'),
      region('Rocks', /^rocks?/i, 'orange'),
      region('Island', /^island/i, 'blue'),
    ],
  },
];
