import { region, type Template, TWO_BY_TWO } from './template.ts';

const day = (title: string, alias: RegExp) => region(title, alias, 'blue', 'What is planned?');

/** Templates for planning work and finding causes. */
export const planningTemplates: readonly Template[] = [
  {
    name: 'User story map',
    match: /\b(?:user[- ])?story[- ]?map(?:ping)?\b/i,
    layout: 'kanban',
    regions: [
      region('Discover', /^discover/i, 'purple', 'As a visitor, I see what {} does for me'),
      region(
        'Sign up',
        /^(sign|regist|onboard)/i,
        'blue',
        'As a newcomer, I create an account | As a newcomer, I am shown the first step',
      ),
      region(
        'Use',
        /^use/i,
        'green',
        'As a user, I do the main thing that {} is for | As a user, I see what I did before',
      ),
      region('Pay', /^pay/i, 'yellow', 'As a user, I pay the way I like | As a user, I get a receipt'),
      region('Get help', /^(get )?help|support/i, 'orange', 'As a user, I find an answer by myself'),
      region('Later releases', /^(later|next|release)/i, 'neutral', 'What can wait?'),
    ],
  },
  {
    name: 'Stakeholder map',
    match: /\bstakeholder (?:map|matrix|analysis|grid)\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Manage closely: much power, much interest', /^manage/i, 'red', 'Who decides on {}?'),
      region(
        'Keep satisfied: much power, little interest',
        /^keep satisfied/i,
        'orange',
        'Who could stop {}?',
      ),
      region(
        'Keep informed: little power, much interest',
        /^keep informed/i,
        'blue',
        'Who is affected by {}?',
      ),
      region('Monitor: little power, little interest', /^monitor/i, 'neutral', 'Who else should know?'),
    ],
  },
  {
    name: 'Objectives and key results',
    match: /\bOKRs?\b|\bobjectives and key results\b/i,
    layout: 'kanban',
    regions: ['First objective', 'Second objective', 'Third objective'].map((title, at) =>
      region(
        title,
        new RegExp(`^${title}|^objective ${at + 1}`, 'i'),
        (['blue', 'green', 'purple'] as const)[at] ?? 'blue',
        'What should be true at the end? | Key result: from which number to which? | Key result: by when?',
      ),
    ),
  },
  {
    name: 'Week plan',
    match:
      /\b(?:weekly|week)\b.{0,20}\b(?:plan(?:ner)?|schedule|menu|routine)\b|\b(?:meal|workout|study) plan\b|\bWochenplan\b/i,
    layout: 'kanban',
    regions: [
      day('Monday', /^(mon(day)?|montag|lunes|lundi)$/i),
      day('Tuesday', /^(tue(s(day)?)?|dienstag|martes|mardi)$/i),
      day('Wednesday', /^(wed(nesday)?|mittwoch|miércoles|mercredi)$/i),
      day('Thursday', /^(thu(rs(day)?)?|donnerstag|jueves|jeudi)$/i),
      day('Friday', /^(fri(day)?|freitag|viernes|vendredi)$/i),
      { ...day('Saturday', /^(sat(urday)?|samstag|sábado|samedi)$/i), color: 'green' },
      { ...day('Sunday', /^(sun(day)?|sonntag|domingo|dimanche)$/i), color: 'green' },
    ],
  },
  {
    name: 'Cause and effect',
    match: /\bfish ?-?bone\b|\bishikawa\b|\bcause[- ]and[- ]effect\b|\broot causes? (?:analysis|diagram)\b/i,
    layout: 'grid',
    regions: [
      region('People', /^people|^staff/i, 'blue', 'Who lacks time, knowledge or help?'),
      region('Process', /^process|^method/i, 'green', 'Which step goes wrong, or is missing?'),
      region('Equipment', /^equipment|^machine|^tools?/i, 'orange', 'Which tool fails or is too slow?'),
      region('Materials', /^materials?|^inputs?/i, 'yellow', 'What arrives late or in poor quality?'),
      region('Measurement', /^measure/i, 'purple', 'What do we not see, or see too late?'),
      region('Environment', /^environment|^place/i, 'teal', 'What outside influences {}?'),
    ],
  },
];
