import type { Instructions } from '../case.ts';

/** Boards with columns, quadrants and tables. */
export const boards: Instructions = {
  'board: columns and lists in one sentence': [
    'Kitchen board with columns Ideas, Booked, Done. Ideas: paint walls, new sofa. Booked: electrician. Done: floor, lamps',
    {
      inside: { Ideas: 'paint walls; new sofa', Booked: 'electrician', Done: 'floor; lamps' },
      count: { frame: 3 },
      order: 'Ideas; Booked; Done',
      title: '~kitchen',
    },
  ],
  'board: empty columns': [
    'kanban with To do, Doing, Blocked and Done',
    {
      texts: 'To do; Doing; Blocked; Done',
      count: { frame: 4 },
      order: 'To do; Doing; Blocked; Done',
      others: 8,
    },
  ],
  'board: cards by column': [
    'kanban. todo: fix login, update docs. in progress: search page. done: release 1.2',
    {
      inside: { 'todo | to do': 'fix login; update docs', 'in progress': 'search page', done: 'release 1.2' },
      count: { frame: 3 },
    },
  ],
  'board: headings with bullets': [
    'Backlog\n- dark mode\n- export to pdf\n\nDoing\n- payments\n\nDone\n- sign up\n- password reset',
    {
      inside: { Backlog: 'dark mode; export to pdf', Doing: 'payments', Done: 'sign up; password reset' },
      count: { frame: 3 },
    },
  ],
  'board: typos': [
    'kanbn bord for moving house colums todo doing done',
    { texts: 'todo | to do; doing; done', count: { frame: 3 }, others: 9, title: '~moving house' },
  ],
  'board: with owners': [
    'Sprint board: To do: API docs (Mia), load test (Tom); Review: login page (Lea); Done: -',
    {
      inside: { 'To do': '~API docs; ~load test', Review: '~login page' },
      texts: 'Done',
      count: { frame: 3 },
    },
  ],
  'board: five columns, one line each': [
    'New: Anna Schmidt, Bob Jones\nContacted: Carla Diaz\nDemo: Dan Wu, Eva Stone, Finn Berg\nOffer: Gus Hill\nWon: Hana Ito',
    {
      inside: {
        New: 'Anna Schmidt; Bob Jones',
        Contacted: 'Carla Diaz',
        Demo: 'Dan Wu; Eva Stone; Finn Berg',
        Offer: 'Gus Hill',
        Won: 'Hana Ito',
      },
      count: { frame: 5 },
    },
  ],
  'board: retro given': [
    'retro. went well: pairing, fast deploys. to improve: too many meetings. actions: no-meeting wednesday',
    {
      inside: {
        'went well': 'pairing; fast deploys',
        'to improve': 'too many meetings',
        actions: 'no-meeting wednesday',
      },
      count: { frame: 3 },
    },
  ],
  'board: start stop continue': [
    'start stop continue retro',
    { texts: 'Start; Stop; Continue', count: { frame: 3 }, others: 9 },
  ],
  'board: mad sad glad': [
    'mad sad glad board for our team',
    { texts: 'Mad; Sad; Glad', count: { frame: 3 }, others: 9 },
  ],
  'board: 4Ls': [
    '4Ls retro: liked, learned, lacked, longed for',
    { texts: 'liked; learned; lacked; longed for', count: { frame: 4 }, others: 8 },
  ],
  'swot: given in lines': [
    'SWOT for our bakery\nStrengths: sourdough, location\nWeaknesses: no online shop\nOpportunities: catering, delivery\nThreats: rent, supermarket',
    {
      inside: {
        Strengths: 'sourdough; location',
        Weaknesses: 'no online shop',
        Opportunities: 'catering; delivery',
        Threats: 'rent; supermarket',
      },
      count: { frame: 4 },
      title: '~bakery',
    },
  ],
  'swot: in a sentence': [
    'swot: our strengths are the brand and the team, weaknesses are cash flow, opportunities are asia and b2b, threats are amazon and inflation',
    {
      inside: {
        strengths: '~brand; ~team',
        weaknesses: '~cash flow',
        opportunities: '~asia; ~b2b',
        threats: '~amazon; ~inflation',
      },
      count: { frame: 4 },
    },
  ],
  'swot: partly given': [
    'swot analysis of a food truck, strengths: cheap, mobile. rest empty',
    {
      inside: { strengths: 'cheap; mobile' },
      texts: 'Strengths; Weaknesses; Opportunities; Threats',
      others: 3,
    },
  ],
  'matrix: urgent and important': [
    'eisenhower matrix: urgent+important: tax return; important: sport, learn spanish; urgent: phone calls; neither: netflix',
    {
      inside: {
        '~urgent important | ~do': 'tax return',
        '~important | ~not urgent | ~schedule': 'sport; learn spanish',
        '~urgent | ~delegate': 'phone calls',
        '~neither | ~not | ~delete | ~eliminate': 'netflix',
      },
      count: { frame: 4 },
      others: 4,
    },
  ],
  'matrix: effort and impact': [
    '2x2 impact vs effort: quick wins: dark mode, faq. big bets: mobile app. fill ins: new icons. money pit: own payment system',
    {
      inside: {
        '~quick wins': 'dark mode; faq',
        '~big bets': 'mobile app',
        '~fill ins': 'new icons',
        '~money pit': 'own payment system',
      },
      others: 4,
    },
  ],
  'table: comparison in words': [
    'compare Basic, Pro and Team plans by price, users and support',
    { texts: 'Basic; Pro; Team; ~price; ~users; ~support', others: 12, count: { object: [6, 24] } },
  ],
  'table: comparison with facts': [
    'Compare bike and car for commuting. Bike: free, healthy, slow. Car: fast, expensive, comfortable',
    {
      beside: { Bike: 'free; healthy; slow', Car: 'fast; expensive; comfortable' },
      count: { frame: [0, 2] },
    },
  ],
  'table: vs': [
    'iPhone vs Android: camera, price, apps, privacy',
    { texts: 'iPhone; Android; ~camera; ~price; ~apps; ~privacy', others: 8 },
  ],
  'board: moscow': [
    'MoSCoW: must: login, payments; should: search; could: dark mode; wont: offline mode',
    {
      inside: {
        '~must': 'login; payments',
        '~should': 'search',
        '~could': 'dark mode',
        "~wont | ~won't": 'offline mode',
      },
      count: { frame: 4 },
    },
  ],
  'board: raci': [
    'RACI: Ana responsible, Bo accountable, Cy consulted, Di informed',
    {
      beside: { '~responsible': '~Ana', '~accountable': '~Bo', '~consulted': '~Cy', '~informed': '~Di' },
      others: 4,
    },
  ],
  'board: okrs': [
    'OKRs Q3\nObjective: delight customers\nKR1: NPS over 60\nKR2: first answer under 1 h\nObjective: grow revenue\nKR1: 20 new clients\nKR2: churn below 2%',
    {
      beside: { '~delight customers': '~NPS 60; ~first answer', '~grow revenue': '~20 new clients; ~churn' },
      title: '~OKRs Q3',
      others: 4,
    },
  ],
  'board: week plan': [
    'meal plan: monday pasta, tuesday curry, wednesday soup, thursday pizza, friday fish',
    {
      texts: '~monday; ~tuesday; ~wednesday; ~thursday; ~friday',
      beside: {
        '~monday': '~pasta',
        '~tuesday': '~curry',
        '~wednesday': '~soup',
        '~thursday': '~pizza',
        '~friday': '~fish',
      },
      order: '~monday; ~tuesday; ~wednesday; ~thursday; ~friday',
    },
  ],
  'board: empty sections': [
    'Chores this month\nWeek 1: windows, oven\nWeek 2: -\nWeek 3: balcony\nWeek 4:',
    { inside: { 'Week 1': 'windows; oven', 'Week 3': 'balcony' }, texts: 'Week 2; Week 4' },
  ],
  'swot: sections with and without colons': [
    'SWOT analysis of our choir: strengths are good tenors and a big hall, weaknesses: no money; opportunities is the town jubilee, threats: ageing members',
    {
      inside: {
        Strengths: '~good tenors; ~big hall',
        Weaknesses: '~no money',
        Opportunities: '~town jubilee',
        Threats: '~ageing members',
      },
    },
  ],
  'kanban: boxes in one line': [
    'packing: [x] tent [x] stove [ ] sleeping bags [ ] map',
    { inside: { '~done': 'tent; stove', '~to do': 'sleeping bags; map' }, title: 'packing' },
  ],
  'board: things by the number of a section': [
    'three columns: morning, afternoon, evening. put "run" in the first and "read" and "cook" in the last',
    { inside: { morning: 'run', evening: 'read; cook' }, texts: 'afternoon' },
  ],
  'board: actions as sections': [
    'three sections: keep, stop, start. put "meetings" in the second',
    { inside: { stop: 'meetings' }, peers: 'keep; stop; start', count: { frame: 3 } },
  ],
  'retro: after a dash': [
    'Retro Q2 - what went well: new office, hiring; what did not: printer; actions: buy a new printer',
    {
      inside: {
        '~went well': 'new office; hiring',
        '~did not': 'printer',
        '~actions': '~buy new printer',
      },
      title: 'Retro Q2',
    },
  ],
  'pros and cons: plus and minus': [
    'Buying a boat, pros and cons\n+ freedom\n- mooring fees\n+ friends\n- rust',
    { inside: { '~pros | +': 'freedom; friends', '~cons | -': 'mooring fees; rust' } },
  ],
  'board: seating': [
    'Seating plan, Table 1: Mum, Dad, Aunt Jo. Table 2: Kim, Lou, Max. Table 3: kids',
    {
      inside: { 'Table 1': 'Mum; Dad; Aunt Jo', 'Table 2': 'Kim; Lou; Max', 'Table 3': 'kids' },
      title: '~seating',
    },
  ],
  'board: business model canvas': [
    'business model canvas for a dog walking app',
    {
      texts: '~key partner; ~key activit; ~value prop; ~customer segment; ~channel; ~revenue; ~cost',
      count: { frame: 9 },
      others: 20,
      title: '~dog walking',
    },
  ],
  'board: lean canvas given': [
    'lean canvas. Problem: dogs alone all day. Solution: walkers nearby. Customers: busy owners. Revenue: 20% fee',
    {
      inside: {
        '~problem': 'dogs alone all day',
        '~solution': 'walkers nearby',
        '~customer': 'busy owners',
        '~revenue': '20% fee',
      },
      others: 9,
    },
  ],
  'table: sides and criteria': [
    'compare the plans Free, Pro, Enterprise by price, storage and support: Free 0 €, 5 GB, forum; Pro 12 €, 100 GB, email; Enterprise on request, unlimited, phone',
    {
      inside: {
        Free: '~price 0; ~storage 5 GB; ~support forum',
        Pro: '~price 12; ~storage 100 GB; ~support email',
        Enterprise: '~price on request; ~storage unlimited; ~support phone',
      },
      count: { frame: 3 },
    },
  ],
  'table: german, rows by semicolons': [
    'Tabelle: Obst, Preis, Herkunft; Apfel 2 €, Deutschland; Banane 1,50 €, Ecuador; Kiwi 3 €, Italien',
    {
      inside: {
        Apfel: '~Preis 2; ~Herkunft Deutschland',
        Banane: '~Preis 1,50; ~Herkunft Ecuador',
        Kiwi: '~Preis 3; ~Herkunft Italien',
      },
    },
  ],
  'swot: lists below their headings': [
    'Swot analysis of my bakery\nStrengths\nfresh bread, loyal customers\nWeaknesses\nno parking\nOpportunities\nonline orders\nThreats\nsupermarket next door',
    {
      inside: {
        Strengths: 'fresh bread; loyal customers',
        Weaknesses: 'no parking',
        Opportunities: 'online orders',
        Threats: 'supermarket next door',
      },
    },
  ],
  'pros and cons: no marks': [
    'working from home pros no commute, quiet, cheaper cons lonely, no boundaries',
    {
      inside: { pros: 'no commute; quiet; cheaper', cons: 'lonely; no boundaries' },
      title: 'Working from home',
    },
  ],
  'pros and cons: signs in one line': [
    'Should we get a dog? + company, exercise, fun - cost, holidays, vet bills',
    {
      inside: { Pros: 'company; exercise; fun', Cons: 'cost; holidays; vet bills' },
      title: 'Should we get a dog?',
    },
  ],
  'template: entries that are in no section': [
    'Lean canvas for dog walkers: busy owners, app, word of mouth',
    { texts: 'busy owners; app; word of mouth', title: '~lean canvas dog walkers', warning: '~section' },
  ],
  'retro: slashes': [
    'Retro 12/3 // good: fast reviews, team lunch // bad: broken ci // ideas: rotate host',
    {
      inside: { good: 'fast reviews; team lunch', bad: 'broken ci', ideas: 'rotate host' },
      title: 'Retro 12/3',
    },
  ],
  'board: ages in brackets': [
    "Kids' jobs: Mia (8): set table, feed fish. Jon (11): bins, dishwasher. Both: tidy room",
    {
      inside: { '~Mia': 'set table; feed fish', '~Jon': 'bins; dishwasher', Both: 'tidy room' },
      title: "Kids' jobs",
    },
  ],
};
