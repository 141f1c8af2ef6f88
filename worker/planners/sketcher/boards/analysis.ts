import { region, type Template, TWO_BY_TWO } from './template.ts';

/** Templates that weigh a subject from several sides. */
export const analysisTemplates: readonly Template[] = [
  {
    name: 'SWOT',
    match: /\bswot\b|\bfoda\b|\bdafo\b/i,
    layout: 'swot',
    regions: [
      region(
        'Strengths',
        /^(internal )?(strengths?|stärken|forces|fortalezas)$/i,
        'green',
        'What works well in {}? | What do others praise about {}? | Which resources are ours alone?',
        'strengths',
      ),
      region(
        'Weaknesses',
        /^(internal )?(weakness(es)?|schwächen|faiblesses|debilidades)$/i,
        'orange',
        'What is hard to explain about {}? | Where do others do better? | What do people complain about?',
        'weaknesses',
      ),
      region(
        'Opportunities',
        /^(external )?(opportunit(y|ies)|chancen|opportunités|oportunidades)$/i,
        'blue',
        'Which needs does {} not meet yet? | Which trend helps us? | Whom could we reach next?',
        'opportunities',
      ),
      region(
        'Threats',
        /^(external )?(threats?|risiken|bedrohungen|menaces|amenazas)$/i,
        'red',
        'What could make {} irrelevant? | What are competitors doing? | Which costs or rules may change?',
        'threats',
      ),
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
        /^(pros?|advantages?|benefits?|for|plus|vorteile|ventajas|avantages|pour)$/i,
        'green',
        'What gets better with {}? | Who gains most? | What do we save?',
      ),
      region(
        'Cons',
        /^(cons?|disadvantages?|drawbacks?|risks|against|minus|contras?|nachteile|desventajas|inconvénients|contre)$/i,
        'red',
        'What does {} cost? | Who is worse off? | What could go wrong?',
      ),
    ],
  },
  {
    name: 'Eisenhower matrix',
    match: /\beisenhower\b|\burgent\b.{0,12}\bimportant\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region(
        'Do first: urgent, important',
        /^(do( first| now)?|urgent( and|,)? important)\b/i,
        'red',
        'Deadlines due today | Problems that block others',
      ),
      region(
        'Schedule: important, not urgent',
        /^(schedule|plan|decide|important( but|,)? not urgent|not urgent( but|,)? important)\b/i,
        'blue',
        'Planning and learning | Work on long-term goals',
      ),
      region(
        'Delegate: urgent, not important',
        /^(delegate|urgent( but|,)? not important)\b/i,
        'yellow',
        'Routine requests | Meetings without a decision',
      ),
      region(
        'Drop: neither',
        /^(drop|delete|eliminate|neither|not urgent( and|,)? not important)\b/i,
        'neutral',
        'Habits without a benefit | Reports that nobody reads',
      ),
    ],
  },
  {
    name: 'Impact and effort',
    match: /\bimpact\b.{0,12}\beffort\b|\beffort\b.{0,12}\bimpact\b|\bprioriti[sz]ation matrix\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region(
        'Quick wins: high impact, low effort',
        /^quick wins?|high impact,? low effort/i,
        'green',
        'What could ship this week? | Which small fix helps many?',
      ),
      region(
        'Big bets: high impact, high effort',
        /^(big bets?|major projects?)|high impact,? high effort/i,
        'blue',
        'What deserves its own plan? | What changes the game?',
      ),
      region(
        'Fill-ins: low impact, low effort',
        /^fill.?ins?|low impact,? low effort/i,
        'yellow',
        'What suits a quiet afternoon?',
      ),
      region(
        'Avoid: low impact, high effort',
        /^(avoid|time sinks?|money pits?|thankless)|low impact,? high effort/i,
        'red',
        'What should we stop doing?',
      ),
    ],
  },
  {
    name: 'Risk matrix',
    match: /\brisk (matrix|map|assessment|grid)\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Likely, high impact', /^(critical|likely,? high impact)/i, 'red', 'What must we prevent now?'),
      region('Unlikely, high impact', /^unlikely,? high impact/i, 'orange', 'What needs an emergency plan?'),
      region('Likely, low impact', /^likely,? low impact/i, 'yellow', 'What can a routine absorb?'),
      region('Unlikely, low impact', /^unlikely,? low impact/i, 'green', 'What do we simply accept?'),
    ],
  },
  {
    name: 'PESTLE',
    match: /\bpest(le|el)?( analysis)?\b/i,
    layout: 'grid',
    regions: [
      region('Political', /^politic/i, 'blue', 'Which policies affect {}?'),
      region('Economic', /^econom/i, 'green', 'How do prices and wages affect {}?'),
      region('Social', /^soci/i, 'yellow', 'Which habits are changing?'),
      region('Technological', /^tech/i, 'purple', 'Which technology changes the rules?'),
      region('Legal', /^legal/i, 'orange', 'Which laws apply?'),
      region('Environmental', /^environ/i, 'teal', 'What is the footprint?'),
    ],
  },
];
