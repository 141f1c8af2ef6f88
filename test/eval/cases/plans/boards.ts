import type { Plans } from '../case.ts';

/** Boards, hierarchies and timelines as models plan them. */
export const boards: Plans = {
  'plan: kanban': [
    `kanban: Launch
[Backlog] Pricing page; FAQ; Referral programme; Partner portal
[Doing] Landing page #blue; Press kit
[Review] Demo video
[Done] Name; Logo #green; Domain`,
    { order: 'Backlog; Doing; Review; Done' },
  ],
  'plan: kanban with epics': [
    `kanban: Epics
[To do]
  [Search] Filters; Ranking
  [Profile] Avatar
[Doing]
  [Search ] Index
[Done] Set-up`,
  ],
  'plan: kanban with empty columns': [
    'kanban: Empty\n[Ideas]\n[Next] One card\n[Later]\n[Done]',
    { count: { frame: 4 } },
  ],
  'plan: uneven kanban': [
    `kanban: Uneven\n[Inbox] ${Array.from({ length: 15 }, (_, at) => `Request ${at + 1}`).join('; ')}\n[Doing] Only this\n[Done] First; Second`,
  ],
  'plan: swot': [
    `swot: Electric scooters
[Strengths #green] Cheap to run; Known brand; Own workshops
[Weaknesses #red] Short range; Vandalism
[Opportunities #blue] Tourists; City contracts; Subscriptions
[Threats #orange] Regulation; Winter; Buses`,
    { count: { frame: 4 } },
  ],
  'plan: mind map': [
    `mindmap: Healthy living
Healthy living -> Food; Healthy living -> Sport; Healthy living -> Sleep; Healthy living -> Mind
Food -> Vegetables; Food -> Water; Food -> Less sugar; Sport -> Running; Sport -> Yoga; Sport -> Team sports; Sleep -> Eight hours; Sleep -> No screens; Mind -> Friends; Mind -> Nature; Mind -> Hobbies`,
  ],
  'plan: deep mind map': [
    `mindmap: Music
Music -> Instruments; Instruments -> Strings; Strings -> Violin; Violin -> Stradivari; Strings -> Cello; Instruments -> Wind; Wind -> Flute; Wind -> Oboe; Music -> Styles; Styles -> Jazz; Jazz -> Bebop; Jazz -> Swing; Swing -> Big band; Styles -> Rock; Music -> Theory; Theory -> Harmony; Theory -> Rhythm`,
  ],
  'plan: mind map with a long branch': [
    `mindmap: Uneven\nRoot -> Small; Root -> Large; ${Array.from({ length: 18 }, (_, at) => `Large -> Leaf ${at + 1}`).join('; ')}`,
  ],
  'plan: timeline': [
    'timeline right: Space\n1957: Sputnik; 1961: Gagarin; 1969: Moon; 1990: Hubble; 1998: ISS; 2021: James Webb',
    { order: '~Sputnik; ~Gagarin; ~Moon; ~Hubble; ~ISS; ~James Webb' },
  ],
  'plan: timeline with phases': [
    `timeline right: Roadmap
[Q1] Research; Interviews
[Q2] Prototype
[Q3] Beta; Pricing; Docs
[Q4] Launch`,
    { order: 'Q1; Q2; Q3; Q4' },
  ],
  'plan: long timeline': [
    `timeline right: A long time\n${Array.from({ length: 24 }, (_, at) => `${2000 + at}: Event number ${at + 1}`).join('; ')}`,
  ],
  'plan: org chart': [
    `tree down: Organisation
CEO -> CTO; CEO -> CFO; CEO -> COO; CEO -> CMO
CTO -> Platform; CTO -> Apps; CTO -> Data; CFO -> Accounting; CFO -> Controlling; COO -> Logistics; COO -> Support; COO -> Facilities; CMO -> Brand; CMO -> Online`,
  ],
  'plan: deep org chart': [
    'tree down: Deep\nBoard -> CEO -> VP Sales -> Head EMEA -> Lead DACH -> Rep Vienna\nHead EMEA -> Lead UK; Lead UK -> Rep Leeds; CEO -> VP People; VP People -> Payroll',
  ],
  'plan: tree to the right': [
    'tree right: Taxonomy\nLife -> Bacteria; Life -> Archaea; Life -> Eukarya; Eukarya -> Plants; Eukarya -> Fungi; Eukarya -> Animals; Animals -> Mammals; Animals -> Birds',
    { direction: 'right' },
  ],
  'plan: comparison': [
    `grid: Plans
[Basic] 5 users; Mail support; 10 GB
[Team] 25 users; Chat support; 100 GB
[Business] No limit; Phone support; 1 TB`,
    { order: 'Basic; Team; Business' },
  ],
  'plan: sticky wall': [
    `grid: Ideas\n${Array.from({ length: 20 }, (_, at) => `{Idea ${at + 1}}`).join('; ')}`,
    { count: { sticky: 20 } },
  ],
  'plan: business model canvas': [
    `grid: Business model
[Key partners] Bike makers; City
[Key activities] Repairs; Rental
[Key resources] Workshop; Mechanics
[Value proposition] Ready in 24 hours
[Customer relationships] Membership
[Channels] Shop; App
[Customer segments] Commuters; Tourists
[Cost structure] Rent; Wages
[Revenue] Repairs ; Rental fees`,
    { count: { frame: 9 } },
  ],
  'plan: retro with heading': [
    'grid: Sprint 42\n"Retrospective of sprint 42"\n[Went well] {Pairing}; {Fast builds}\n[To improve] {Long meetings}\n[Actions] {Agenda first}; {Max 30 minutes}',
  ],
  'plan: 2 by 2': [
    'grid: Priorities\n[Quick wins] Dark mode; FAQ\n[Big bets] Mobile app\n[Fill-ins] Icons\n[Money pits] Own payments',
    { count: { frame: 4 } },
  ],
  'plan: story map': [
    `grid: Story map
[Search] Keyword; Filter; Save search
[Choose] Photos; Reviews; Compare
[Pay] Card; Invoice
[Receive] Track; Return`,
  ],
};
