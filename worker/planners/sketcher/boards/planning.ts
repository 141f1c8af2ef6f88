import { dayNames, dayPatterns } from '../text/calendar.ts';
import { region, type Template, TWO_BY_TWO } from './template.ts';

/** Causes by their kinds, while none is given. */
export const causesTemplate: Template = {
  name: 'Cause and effect',
  match:
    /\bfish ?-?bone(?: diagram)?\b|\bishikawa\b|\bcause[- ](?:and[- ])?effect\b|\bUrsachen? und Wirkung(?:en)?\b|\b(?:Ursache-Wirkungs-?|Fischgräten?-?)[ -]?Diagramm\b|\broot causes? (?:analysis|diagram)\b/i,
  layout: 'grid',
  regions: [
    region('People', /^people|^staff/i, 'blue'),
    region('Process', /^process|^method/i, 'green'),
    region('Equipment', /^equipment|^machine|^tools?/i, 'orange'),
    region('Materials', /^materials?|^inputs?/i, 'yellow'),
    region('Measurement', /^measure/i, 'purple'),
    region('Environment', /^environment|^place/i, 'teal'),
  ],
};

/** Templates for planning work and finding causes. */
export const planningTemplates: readonly Template[] = [
  {
    name: 'User story map',
    match: /\b(?:user[- ])?story[- ]?map(?:ping)?\b/i,
    layout: 'kanban',
    regions: [
      region('Activities', /^activit|^backbone/i, 'blue'),
      region('Tasks', /^(user )?(tasks?|steps?)/i, 'green'),
      region('First release', /^(first|mvp|release 1)/i, 'yellow'),
      region('Later releases', /^(later|next|release)/i, 'neutral'),
    ],
  },
  {
    name: 'Stakeholder map',
    match: /\bstakeholder (?:map|matrix|analysis|grid)\b/i,
    layout: TWO_BY_TWO,
    regions: [
      region('Manage closely: much power, much interest', /^manage/i, 'red'),
      region('Keep satisfied: much power, little interest', /^keep satisfied/i, 'orange'),
      region('Keep informed: little power, much interest', /^keep informed/i, 'blue'),
      region('Monitor: little power, little interest', /^monitor/i, 'neutral'),
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
      ),
    ),
  },
  {
    name: 'Week plan',
    match:
      /\b(?:weekly|week)\b.{0,20}\b(?:plan(?:ner)?|schedule|menu|routine)\b|\b(?:meal|workout|study) plan\b|\bWochenplan\b/i,
    layout: 'kanban',
    regions: dayNames.map((name, at) =>
      region(name, new RegExp(`^${dayPatterns[at]}$`, 'i'), at < 5 ? 'blue' : 'green'),
    ),
  },
  causesTemplate,
];
