import type { Instructions } from '../case.ts';

/** Timelines, roadmaps, schedules and journeys. */
export const time: Instructions = {
  'timeline: years': [
    'timeline 1994 founded, 2001 first store abroad, 2010 online shop, 2022 100 stores',
    {
      beside: {
        '~1994': '~founded',
        '~2001': '~first store abroad',
        '~2010': '~online shop',
        '~2022': '~100 stores',
      },
      order: '~founded; ~first store abroad; ~online shop; ~100 stores',
    },
  ],
  'timeline: lines': [
    '1969: moon landing\n1971: first email\n1983: internet\n1989: world wide web\n2007: iPhone',
    {
      beside: { '~1969': '~moon landing', '~1989': '~world wide web', '~2007': '~iphone' },
      order: '~moon landing; ~first email; ~internet; ~world wide web; ~iphone',
    },
  ],
  'timeline: out of order': [
    'Timeline: 2020 launch, 2018 idea, 2023 exit, 2019 prototype',
    { order: '~idea; ~prototype; ~launch; ~exit', texts: '~idea; ~prototype; ~launch; ~exit', others: 4 },
  ],
  'timeline: months': [
    'project timeline: January kickoff, March first prototype, end of May beta, 1 July launch',
    {
      beside: { '~January': '~kickoff', '~March': '~prototype', '~May': '~beta', '~July': '~launch' },
      order: '~kickoff; ~prototype; ~beta; ~launch',
    },
  ],
  'timeline: dates': [
    '2026-02-01 contract signed\n2026-02-15 workshop\n2026-04-30 go live\n2026-06-01 review',
    {
      order: '~contract signed; ~workshop; ~go live; ~review',
      texts: '~contract signed; ~workshop; ~go live; ~review',
      others: 4,
    },
  ],
  'roadmap: quarters': [
    'roadmap Q1: login, search. Q2: payments. Q3: mobile app, offline. Q4: AI assistant',
    {
      beside: {
        '~Q1': 'login; search',
        '~Q2': 'payments',
        '~Q3': 'mobile app; offline',
        '~Q4': 'AI assistant',
      },
      order: '~Q1; ~Q2; ~Q3; ~Q4',
    },
  ],
  'roadmap: now next later': [
    'Roadmap now: bug fixes, onboarding; next: teams; later: marketplace, API',
    {
      beside: { now: 'bug fixes; onboarding', next: 'teams', later: 'marketplace; API' },
      order: 'now; next; later',
    },
  ],
  'roadmap: phases': [
    'Phase 1 (Jan-Mar): research, interviews\nPhase 2 (Apr-Jun): design\nPhase 3 (Jul-Dec): build, test, launch',
    {
      beside: { '~phase 1': 'research; interviews', '~phase 2': 'design', '~phase 3': 'build; test; launch' },
      order: '~phase 1; ~phase 2; ~phase 3',
    },
  ],
  'roadmap: empty quarters': [
    'product roadmap 2027 with four quarters',
    { texts: '~Q1; ~Q2; ~Q3; ~Q4', others: 12, title: '~roadmap 2027' },
  ],
  'schedule: day': [
    'conference day: 9:00 registration, 9:30 keynote, 11:00 workshops, 12:30 lunch, 14:00 panel, 16:00 goodbye',
    {
      beside: { '~9:00': '~registration', '~12:30': '~lunch', '~16:00': '~goodbye' },
      order: '~registration; ~keynote; ~workshops; ~lunch; ~panel; ~goodbye',
    },
  ],
  'schedule: week': [
    'Week plan for the course\nMonday: intro, set-up\nTuesday: variables, loops\nWednesday: functions\nThursday: project\nFriday: demo',
    {
      beside: {
        Monday: 'intro; set-up',
        Tuesday: 'variables; loops',
        Wednesday: 'functions',
        Thursday: 'project',
        Friday: 'demo',
      },
      order: 'Monday; Tuesday; Wednesday; Thursday; Friday',
    },
  ],
  'journey: stages given': [
    'customer journey: awareness (sees ad on instagram), consideration (reads reviews), purchase (buys online), loyalty (recommends us)',
    {
      texts: '~awareness; ~consideration; ~purchase; ~loyalty',
      beside: {
        '~awareness': '~sees ad',
        '~consideration': '~reads reviews',
        '~purchase': '~buys online',
        '~loyalty': '~recommends',
      },
      order: '~awareness; ~consideration; ~purchase; ~loyalty',
    },
  ],
  'journey: with feelings': [
    'User journey airport: arrive (stressed), check in (bored), security (annoyed), gate (relieved)',
    {
      order: '~arrive; ~check in; ~security; ~gate',
      texts: '~arrive; ~check in; ~security; ~gate',
      others: 4,
    },
  ],
  'gantt: in words': [
    'gantt: design 1 March to 15 March, development 16 March to 30 April, testing 1 May to 15 May',
    { texts: '~design; ~development; ~testing', order: '~design; ~development; ~testing', others: 6 },
  ],
  'plan: 30 60 90': [
    '30 60 90 day plan for a new sales manager: 30 days meet the team, learn the product; 60 days own two accounts; 90 days present a strategy',
    {
      beside: { '~30': '~meet team; ~learn product', '~60': '~own two accounts', '~90': '~present strategy' },
      order: '~meet team; ~own two accounts; ~present strategy',
      others: 2,
    },
  ],
  'timeline: ranges of weeks': [
    'Week 1 research, week 2-3 design, week 4-6 build, week 7 test, week 8 launch',
    { order: '~research; ~design; ~build; ~test; ~launch', texts: '~week 2-3 design', count: { shape: 5 } },
  ],
  'week: short names of days': [
    'Wochenplan: Mo Schwimmen, Di Klavier, Mi frei, Do Fußball, Fr Oma',
    {
      beside: { '~Mo': '~Schwimmen', '~Di': '~Klavier', '~Mi': '~frei', '~Do': '~Fußball', '~Fr': '~Oma' },
      order: '~Schwimmen; ~Klavier; ~frei; ~Fußball; ~Oma',
      title: 'Wochenplan',
      others: 5,
    },
  ],
  'week: without commas': [
    'mon gym tue rest wed run 5k thu rest fri gym sat long run sun rest',
    {
      order: '~mon gym; ~tue rest; ~wed run 5k; ~thu rest; ~fri gym; ~sat long run; ~sun rest',
      count: { shape: 7 },
    },
  ],
  'week: several jobs a day': [
    'Farm jobs this week\nMon - fix fence, feed calves\nTue - vet visit\nWed - mow top field\nThu - market',
    {
      inside: { Mon: 'fix fence; feed calves', Tue: 'vet visit', Wed: 'mow top field', Thu: 'market' },
      title: 'Farm jobs this week',
    },
  ],
  'week: days as headings': [
    'Training plan\nMonday\nWarm up 10 min\nSquats 5x5\nWednesday\nBench press\nRows\nFriday\nDeadlift',
    {
      inside: { Monday: 'Warm up 10 min; Squats 5x5', Wednesday: 'Bench press; Rows', Friday: 'Deadlift' },
      title: 'Training plan',
    },
  ],
  'week: spanish, two days at once': [
    'lun pesas, mar cardio, mié descanso, jue pesas, vie fútbol, sáb y dom libre',
    {
      order: '~lun pesas; ~mar cardio; ~mié descanso; ~jue pesas; ~vie fútbol; ~sáb y dom libre',
      count: { shape: 6 },
    },
  ],
  'agenda: times without commas': [
    'Conference day: 08:30 registration and coffee 09:00 keynote (Dr. Lee) 10:30 break 11:00 panel 12:30 lunch',
    {
      order: '~08:30 registration coffee; ~09:00 keynote; ~10:30 break; ~11:00 panel; ~12:30 lunch',
      title: 'Conference day',
      count: { shape: 5 },
    },
  ],
  'year: months without commas': [
    'jan order seed feb plough mar sow apr spray aug harvest',
    { order: '~jan order seed; ~feb plough; ~mar sow; ~apr spray; ~aug harvest', count: { shape: 5 } },
  ],
  'fixtures: dates': [
    'Fixtures: 3 Sep vs Rovers (home), 10 Sep vs United (away), 17 Sep bye, 24 Sep vs City (home)',
    { order: '~3 Sep Rovers home; ~10 Sep United away; ~17 Sep bye; ~24 Sep City home', title: 'Fixtures' },
  ],
  'timeline: german spans': [
    'Zeitplan: Planung von 3. Mai bis 5. Juni, Umsetzung Juni bis August, Messe vom 2. bis 4. September, Abnahme am 12. September',
    {
      order: '~Planung; ~Umsetzung; ~Messe; ~Abnahme',
      texts: '~3 Mai bis 5 Juni; ~Juni bis August; ~2 bis 4 September; ~12 September',
      others: 4,
    },
  ],
  'timeline: spans with spaces in a list': [
    'gantt style plan\n- Research: Jan 5 - Jan 20\n- Interviews: Jan 21 - Feb 10\n- Report: Feb 11 - Feb 28',
    { order: '~Research; ~Interviews; ~Report', texts: 'Jan 5 - Jan 20: Research', others: 2 },
  ],
  'timeline: spans with spaces': [
    'Project timeline: Design Jan – Feb, Build March to May, Test 1–15 June, Launch on 20 June',
    { order: '~Design; ~Build; ~Test; ~Launch', texts: '~Jan Feb; ~March to May', others: 4 },
  ],
};
