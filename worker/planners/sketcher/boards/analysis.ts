import { region, type Template, TWO_BY_TWO } from './template.ts';

/** Templates that weigh a subject from several sides. */
export const analysisTemplates: readonly Template[] = [
  {
    name: 'SWOT',
    match: /\bswot\b|\bfoda\b|\bdafo\b/i,
    layout: 'swot',
    regions: [
      region('Strengths', /^(internal )?(strengths?|stärken|forces|fortalezas)$/i, 'green', 'strengths'),
      region(
        'Weaknesses',
        /^(internal )?(weakness(es)?|schwächen|faiblesses|debilidades)$/i,
        'orange',
        'weaknesses',
      ),
      region(
        'Opportunities',
        /^(external )?(opportunit(y|ies)|chancen|opportunités|oportunidades)$/i,
        'blue',
        'opportunities',
      ),
      region('Threats', /^(external )?(threats?|risiken|bedrohungen|menaces|amenazas)$/i, 'red', 'threats'),
    ],
  },
  {
    name: 'Pros and cons',
    match:
      /\bpros?\b.{0,5}\b(and|&|vs\.?|\/|or)?.{0,3}\bcons?\b|\badvantages and disadvantages\b|\bfor and against\b|\bbenefits and (risks|drawbacks)\b|\bpros? (und|y|et|e) contras?\b|\b(vor- und nachteile|ventajas y desventajas|pour et contre|avantages et inconvénients)\b/i,
    layout: 'kanban',
    regions: [
      region(
        'Pros',
        /^(\+|pros?|advantages?|benefits?|for|plus|vorteile|ventajas|avantages|pour)$/i,
        'green',
      ),
      region(
        'Cons',
        /^(-|cons?|disadvantages?|drawbacks?|risks|against|minus|contras?|nachteile|desventajas|inconvénients|contre)$/i,
        'red',
      ),
    ],
  },
  {
    name: 'Eisenhower matrix',
    match: /\beisenhower\b|\burgent\b.{0,12}\bimportant\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Do first: urgent, important', /^(do( first| now)?|urgent\W+(and\W+)?important)\b/i, 'red'),
      region(
        'Schedule: important, not urgent',
        /^(schedule|plan|decide|important\W+(but\W+)?not urgent|not urgent\W+(but\W+)?important)\b|^important$/i,
        'blue',
      ),
      region(
        'Delegate: urgent, not important',
        /^(delegate|urgent\W+(but\W+)?not important|not important\W+(but\W+)?urgent)\b|^urgent$/i,
        'yellow',
      ),
      region(
        'Drop: neither',
        /^(drop|delete|eliminate|neither|not urgent\W+((and|or)\W+)?not important)\b/i,
        'neutral',
      ),
    ],
  },
  {
    name: 'Impact and effort',
    match: /\bimpact\b.{0,12}\beffort\b|\beffort\b.{0,12}\bimpact\b|\bprioriti[sz]ation matrix\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Quick wins: high impact, low effort', /^quick wins?|high impact,? low effort/i, 'green'),
      region(
        'Big bets: high impact, high effort',
        /^(big bets?|major projects?)|high impact,? high effort/i,
        'blue',
      ),
      region('Fill-ins: low impact, low effort', /^fill.?ins?|low impact,? low effort/i, 'yellow'),
      region(
        'Avoid: low impact, high effort',
        /^(avoid|time sinks?|money pits?|thankless)|low impact,? high effort/i,
        'red',
      ),
    ],
  },
  {
    name: 'Risk matrix',
    match: /\brisk (matrix|map|assessment|grid)\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Likely, high impact', /^(critical|likely,? high impact)/i, 'red'),
      region('Unlikely, high impact', /^unlikely,? high impact/i, 'orange'),
      region('Likely, low impact', /^likely,? low impact/i, 'yellow'),
      region('Unlikely, low impact', /^unlikely,? low impact/i, 'green'),
    ],
  },
  {
    name: 'PESTLE',
    match: /\bpest(le|el)?( analysis)?\b/i,
    layout: 'grid',
    regions: [
      region('Political', /^politic/i, 'blue'),
      region('Economic', /^econom/i, 'green'),
      region('Social', /^soci/i, 'yellow'),
      region('Technological', /^tech/i, 'purple'),
      region('Legal', /^legal/i, 'orange'),
      region('Environmental', /^environ/i, 'teal'),
    ],
  },
];
