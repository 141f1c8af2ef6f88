import type { Instructions } from '../case.ts';

/** Lists, notes and agendas as people paste them. */
export const lists: Instructions = {
  'list: numbered': [
    '1. Call the landlord\n2. Sign the lease\n3. Order internet\n4. Move in',
    {
      texts: 'Call the landlord; Sign the lease; Order internet; Move in',
      order: 'Call the landlord; Sign the lease; Order internet; Move in',
    },
  ],
  'list: numbered with brackets': [
    '1) Call Dr. Lee\n2) Pick up prescription (ask for generic!)\n3) Book follow-up for Oct. 3\n4) Pay the bill',
    {
      texts: 'Call Dr. Lee; ~pick up prescription; ~book follow-up oct 3; Pay the bill',
      order: 'Call Dr. Lee; ~pick up prescription; ~book follow-up; Pay the bill',
    },
  ],
  'list: numbered in one line': [
    '1. draft 2. review 3. legal check 4. publish',
    { order: 'draft; review; legal check; publish', texts: 'draft; review; legal check; publish' },
  ],
  'list: abbreviations in one line': [
    '1) Call Dr. Lee 2) Buy milk, eggs etc. 3) Fix the bike, e.g. new brakes',
    { peers: 'Call Dr. Lee; ~buy milk eggs; ~fix bike', texts: 'Call Dr. Lee; ~buy milk eggs; ~fix bike' },
  ],
  'list: title, remarks and bullets': [
    'Parents evening 3B\nPresent: Kim, Lou, Mr. Hale\n- trip costs 40 euros\n- new maths book\n  - order by May',
    {
      title: 'Parents evening 3B',
      peers: '~Present; trip costs 40 euros; new maths book',
      beside: {
        'Parents evening 3B': '~Present; trip costs 40 euros; new maths book',
        'new maths book': 'order by May',
      },
      texts: 'Kim; Lou; Mr. Hale',
    },
  ],
  'list: circled numbers after a title': [
    'Changing a tyre ① loosen nuts ② jack up the car ③ swap the wheel',
    {
      order: 'loosen nuts; jack up the car; swap the wheel',
      texts: 'loosen nuts; jack up the car; swap the wheel',
      title: 'Changing a tyre',
    },
  ],
  'list: topics': [
    'Discussion topics for book club: plot, characters, ending',
    {
      title: 'Discussion topics for book club',
      peers: 'plot; characters; ending',
      texts: 'plot; characters; ending; ~discussion topics book club',
    },
  ],
  'list: bullets': [
    '- sunscreen\n- passport\n- charger\n- book\n- snacks',
    {
      peers: 'sunscreen; passport; charger; book; snacks',
      texts: 'sunscreen; passport; charger; book; snacks',
    },
  ],
  'list: bullets with a heading': [
    'Packing list\n* sunscreen\n* passport\n* charger',
    { peers: 'sunscreen; passport; charger', texts: 'sunscreen; passport; charger', title: 'Packing list' },
  ],
  'list: nested': [
    'Shopping\n- Fruit\n  - apples\n  - pears\n- Dairy\n  - milk\n  - butter\n- Bread',
    {
      peers: 'Fruit; Dairy; Bread',
      texts: 'Fruit; apples; pears; Dairy; milk; butter; Bread',
      beside: { Fruit: 'apples; pears', Dairy: 'milk; butter' },
      title: 'Shopping',
    },
  ],
  'list: nested with numbers': [
    '1 Planning\n 1.1 Budget\n 1.2 Team\n2 Build\n 2.1 Backend\n 2.2 Frontend\n3 Launch',
    {
      texts: '~Planning; ~Budget; ~Team; ~Build; ~Backend; ~Frontend; ~Launch',
      beside: { '~Planning': '~Budget; ~Team', '~Build': '~Backend; ~Frontend' },
    },
  ],
  'list: tabs': [
    'Garden\n\tvegetables\n\t\tcarrots\n\t\tbeans\n\tflowers\n\t\troses',
    {
      texts: 'Garden; vegetables; carrots; beans; flowers; roses',
      beside: { vegetables: 'carrots; beans', flowers: 'roses' },
    },
  ],
  'list: checklist': [
    '[x] book flight\n[ ] book hotel\n[ ] tell neighbours\n[x] renew passport',
    {
      peers: '~book flight; ~book hotel; ~tell neighbours; ~renew passport',
      texts: '~book flight; ~book hotel; ~tell neighbours; ~renew passport',
      others: 2,
    },
  ],
  'list: stickies': [
    'put these on sticky notes: faster checkout, dark mode, gift cards, wishlist, better search',
    {
      shapes: { sticky: 'faster checkout; dark mode; gift cards; wishlist; better search' },
      count: { sticky: 5 },
      absent: 'sticky',
    },
  ],
  'list: commas only': [
    'apples, pears, plums, cherries',
    { peers: 'apples; pears; plums; cherries', texts: 'apples; pears; plums; cherries' },
  ],
  'list: semicolons': [
    'ideas for the summer party: barbecue; quiz; band or DJ; kids corner; rain plan',
    {
      peers: 'barbecue; quiz; band or DJ; kids corner; rain plan',
      texts: 'barbecue; quiz; band or DJ; kids corner; rain plan',
      title: '~summer party',
    },
  ],
  'list: meeting notes': [
    'Meeting 12 March\nAttendees: Ana, Ben, Chen\n\nDecisions:\n- switch to the new CRM in May\n- no travel in Q2\n\nTodos:\n- Ana: export contacts\n- Ben: talk to vendor\n- Chen: train sales team',
    {
      title: '~meeting 12 march',
      beside: {
        Decisions: '~switch new CRM May; ~no travel Q2',
        Todos: '~export contacts; ~talk vendor; ~train sales team',
      },
      others: 4,
    },
  ],
  'list: notes with owners': [
    'Todos from standup:\nMia - fix login bug (urgent)\nTom - write release notes\nLea - call ACME about the invoice',
    { texts: '~fix login bug; ~write release notes; ~call ACME invoice', others: 3 },
  ],
  'list: agenda': [
    'agenda for kickoff: welcome (10 min), goals (20 min), roles, timeline, questions',
    {
      order: '~welcome; ~goals; roles; timeline; questions',
      texts: '~welcome; ~goals; roles; timeline; questions',
    },
  ],
  'list: question and answers': [
    'FAQ\nQ: How long is shipping?\nA: 3 to 5 days\nQ: Can I return it?\nA: Yes, within 30 days',
    {
      texts: '~how long shipping; ~3 5 days; ~can return; ~within 30 days',
      beside: { '~how long shipping': '~3 5 days', '~can return': '~within 30 days' },
    },
  ],
  'list: definitions': [
    'Glossary: SLA = service level agreement, RTO = recovery time objective, RPO = recovery point objective',
    {
      texts: '~SLA; ~RTO; ~RPO',
      beside: {
        '~SLA': '~service level agreement',
        '~RTO': '~recovery time objective',
        '~RPO': '~recovery point objective',
      },
    },
  ],
  'list: twenty ideas': [
    `brainstorm: ${Array.from({ length: 20 }, (_, at) => `idea ${at + 1}`).join(', ')}`,
    { texts: Array.from({ length: 20 }, (_, at) => `idea ${at + 1}`) },
  ],
  'list: pros and cons': [
    'pros and cons of an electric car\npros: cheap to run, quiet, no exhaust\ncons: range, charging time, price',
    {
      inside: { '~pros': 'cheap to run; quiet; no exhaust', '~cons': 'range; charging time; price' },
      title: '~electric car',
    },
  ],
  'list: groups in a sentence': [
    'group these by team: Red team has Ana and Bo, Blue team has Cy, Di and Ed',
    { beside: { '~Red': 'Ana; Bo', '~Blue': 'Cy; Di; Ed' } },
  ],
  'list: with links': [
    '- Docs: https://example.com/docs?a=1&b=2\n- Repo: https://example.com/repo\n- Chat: #general',
    { peers: '~Docs; ~Repo; ~Chat', texts: '~Docs; ~Repo; ~Chat', others: 3 },
  ],
  'mind map: square brackets': [
    'Mindmap "Healthy life": food [vegetables, less sugar], sleep [8 hours, no screens], sport [running, yoga], friends',
    {
      edges:
        'Healthy life -- food; Healthy life -- sleep; Healthy life -- sport; Healthy life -- friends; food -- vegetables; food -- less sugar; sleep -- 8 hours; sleep -- no screens; sport -- running; sport -- yoga',
      title: 'Healthy life',
    },
  ],
  'agenda: times with remarks': [
    'Agenda Friday\n\n9:00 Welcome (5 min)\n9:05 Keynote\n10:00 Breakout sessions: AI, Security, Cloud\n12:00 Lunch',
    {
      texts: '~Welcome 5 min; ~Keynote; ~Breakout sessions; AI; Security; Cloud; ~Lunch',
      title: '~Agenda Friday',
    },
  ],
  'causes: because of': [
    'Cause and effect: late delivery because of bad weather, missing drivers, wrong addresses',
    {
      edges:
        'bad weather -> late delivery; missing drivers -> late delivery; wrong addresses -> late delivery',
      title: 'Cause and effect',
    },
  ],
  'list: colours': [
    'colours: red, orange, yellow, green, blue',
    { colors: { red: 'red', orange: 'orange', yellow: 'yellow', green: 'green', blue: 'blue' }, others: 1 },
  ],
  'mail: who does what': [
    'Dear team, thanks for the great workshop yesterday! As discussed, Julia will prepare the budget by Friday, Tom contacts the venue, and I will write the invitation. We still need to decide on the catering. Our next call is on Monday at 10. Best, Karin',
    {
      texts:
        '~Julia prepare budget Friday; ~Tom contacts venue; ~write invitation; ~decide catering; ~next call Monday',
      absent: 'Karin; thanks',
    },
  ],
  'list: words without commas': [
    'camping gear list tent stove matches torch rope',
    { texts: 'tent; stove; matches; torch; rope', title: '~camping gear list', edges: '' },
  ],
  'list: amounts without commas': [
    'groceries: 2l milk 6 eggs 1 loaf bread 500g butter',
    { texts: '2l milk; 6 eggs; 1 loaf bread; 500g butter', title: 'Groceries' },
  ],
  'list: counts': [
    'packing list: 3 t-shirts, 2 jeans, 5 pairs of socks, 1 toothbrush, passport',
    {
      texts: '3 t-shirts; 2 jeans; 5 pairs of socks; 1 toothbrush; passport',
      title: 'Packing list',
      edges: '',
    },
  ],
  'list: who does what': [
    'chores - tom dishes and trash, ann laundry, kids feed the cat',
    { texts: '~tom dishes; ~ann laundry; ~kids cat', title: 'Chores', edges: '' },
  ],
  'groups: what each may do': [
    'user permissions - guest can browse; member can browse, comment; moderator can delete comments, ban users',
    {
      inside: {
        '~guest': 'browse',
        '~member': 'browse; comment',
        '~moderator': 'delete comments; ban users',
      },
      title: 'User permissions',
    },
  ],
  'groups: counted': [
    'Nurse handover: bed 1 Mr Khan, post-op, obs 4 hourly; bed 2 Mrs Li, diabetic, BM before meals; bed 3 empty',
    {
      inside: {
        'bed 1': 'Mr Khan; post-op; obs 4 hourly',
        'bed 2': 'Mrs Li; diabetic; BM before meals',
        'bed 3': 'empty',
      },
      title: 'Nurse handover',
    },
  ],
  'groups: dashes': [
    'Exam revision: Maths - algebra, geometry; Physics - waves, optics; History - WW1, WW2',
    {
      inside: { Maths: 'algebra; geometry', Physics: 'waves; optics', History: 'WW1; WW2' },
      title: 'Exam revision',
    },
  ],
  'groups: title before a dash': [
    'Kickoff notes - goals: ship by june; risks: vendor delay, sick leave; owner: Kim',
    {
      inside: { goals: 'ship by june', risks: 'vendor delay; sick leave', owner: 'Kim' },
      title: 'Kickoff notes',
    },
  ],
  'groups: brackets without commas': [
    'Party shopping - drinks (cola, juice, 2 crates beer) food (chips, dips, baguettes) deco (balloons)',
    { texts: 'drinks; cola; juice; 2 crates beer; food; chips; dips; baguettes; deco; balloons' },
  ],
  'outline: numbers in one line': [
    'Course: 1 Intro 1.1 History 1.2 Tools 2 Basics 2.1 Variables 2.2 Loops 3 Project',
    { inside: { Intro: 'History; Tools', Basics: 'Variables; Loops' }, texts: 'Project', title: 'Course' },
  ],
  'minutes: sections after a title with a full stop': [
    'Case notes. Client: J. Smith. Issue: unfair dismissal. Facts: fired 2 May, no warning. Next steps: letter before action, gather payslips',
    {
      inside: {
        Client: 'J. Smith',
        Issue: 'unfair dismissal',
        Facts: 'fired 2 May; no warning',
        'Next steps': 'letter before action; gather payslips',
      },
      title: 'Case notes',
    },
  ],
  'groups: who brings what': [
    'Who brings what? Ana - salad, Ben - drinks and ice, Cleo - cake, Dan - grill',
    {
      inside: { Ana: 'salad', Ben: 'drinks; ice', Cleo: 'cake', Dan: 'grill' },
      title: 'Who brings what?',
    },
  ],
  'groups: the first is no title': [
    'Attendees: Kim, Lou\nAgenda\n1. budget\n2. hiring\n3. AOB\nNext meeting: Friday',
    { inside: { Attendees: 'Kim; Lou', Agenda: 'budget; hiring; AOB', 'Next meeting': 'Friday' } },
  ],
  'groups: names without a title': [
    'team A: Ann, Bob, Cy, team B: Dee, Eli, subs: Flo',
    { inside: { 'team A': 'Ann; Bob; Cy', 'team B': 'Dee; Eli', subs: 'Flo' } },
  ],
  'groups: numbered names': [
    'Semester plan\n1. Semester: Mathe I, Physik I\n2. Semester: Mathe II, Physik II, Labor\n3. Semester: Praktikum',
    {
      inside: {
        '1. Semester': 'Mathe I; Physik I',
        '2. Semester': 'Mathe II; Physik II; Labor',
        '3. Semester': 'Praktikum',
      },
      title: 'Semester plan',
    },
  ],
  'list: title before amounts': [
    'fruit & veg order 10 apples 6 bananas 2 cabbages 1 melon',
    { texts: '10 apples; 6 bananas; 2 cabbages; 1 melon', title: 'Fruit & veg order' },
  ],
  'list: counted without commas': [
    'Physics course: unit 1 motion unit 2 forces unit 3 energy unit 4 waves',
    { texts: 'unit 1 motion; unit 2 forces; unit 3 energy; unit 4 waves', title: 'Physics course' },
  ],
  'list: dashes within what is listed': [
    'Knockout tournament: semi-final 1 Lions - Tigers, semi-final 2 Bears - Wolves, winners play the final',
    { texts: 'semi-final 1 Lions - Tigers; semi-final 2 Bears - Wolves; winners play the final' },
  ],
  'steps: told before a list': [
    'Our onboarding has four steps: sign contract, order laptop, create accounts, first day tour',
    {
      title: 'Our onboarding',
      edges: 'Sign contract -> Order laptop -> Create accounts -> First day tour',
      others: 0,
    },
  ],
  'stages: told before a list': [
    'There are four stages: lead, qualified, proposal, won',
    { edges: 'Lead -> Qualified -> Proposal -> Won', others: 0 },
  ],
};
