import type { Instructions } from '../case.ts';

/** Mind maps, organisation charts, family trees and breakdowns. */
export const hierarchies: Instructions = {
  'mind map: in a sentence': [
    'mind map about coffee: beans, brewing, milk, culture',
    {
      edges: '~coffee -- beans; ~coffee -- brewing; ~coffee -- milk; ~coffee -- culture',
      absent: 'mind map',
    },
  ],
  'mind map: two levels': [
    'mindmap Europe trip: Italy (Rome, Venice), France (Paris, Nice), Spain (Madrid)',
    {
      edges:
        '~Europe trip -- Italy -- Rome; Italy -- Venice; ~Europe trip -- France -- Paris; France -- Nice; ~Europe trip -- Spain -- Madrid',
      absent: 'mindmap',
    },
  ],
  'mind map: with colons': [
    'Mind map Marketing. Online: SEO, ads, newsletter. Offline: flyers, fairs.',
    {
      edges:
        'Marketing -- Online -- SEO; Online -- ads; Online -- newsletter; Marketing -- Offline -- flyers; Offline -- fairs',
    },
  ],
  'mind map: topic only': [
    'mind map on time management',
    { texts: '~time management', count: { shape: [1, 12] }, others: 12, absent: 'mind map' },
  ],
  'mind map: branches named': [
    'Brainstorm ways to save energy at home with branches heating, lighting, kitchen and habits',
    { edges: '~energy -- heating; ~energy -- lighting; ~energy -- kitchen; ~energy -- habits', others: 1 },
  ],
  'org chart: reports to': [
    'org chart. Maria is CEO. Tom and Lisa report to Maria. Ken and Bo report to Tom. Ines reports to Lisa.',
    {
      edges: '~Maria -- ~Tom; ~Maria -- ~Lisa; ~Tom -- ~Ken; ~Tom -- ~Bo; ~Lisa -- ~Ines',
      count: { shape: 6 },
    },
  ],
  'org chart: with titles': [
    'Organisation: CEO Jane Doe; CTO Raj Patel; CFO Olga Nowak; under the CTO: Platform team, App team, Data team; under the CFO: Accounting',
    {
      edges:
        '~Jane Doe -- ~Raj Patel; ~Jane Doe -- ~Olga Nowak; ~CTO -- Platform team; ~CTO -- App team; ~CTO -- Data team; ~CFO -- Accounting',
    },
  ],
  'org chart: indented': [
    'Org chart\nHead of school\n  Deputy head\n    Year 5 lead\n    Year 6 lead\n  Office manager\n    Secretary\n  Caretaker',
    {
      edges:
        'Head of school -- Deputy head -- Year 5 lead; Deputy head -- Year 6 lead; Head of school -- Office manager -- Secretary; Head of school -- Caretaker',
      absent: 'Org chart',
    },
  ],
  'org chart: in a sentence': [
    'company structure: the board oversees the CEO, the CEO leads sales, product and operations, product has design and engineering',
    {
      edges:
        '~board -- ~CEO; ~CEO -- sales; ~CEO -- product; ~CEO -- operations; product -- design; product -- engineering',
    },
  ],
  'family tree: three generations': [
    'family tree: Grandma Rosa and Grandpa Luis have two kids, Carmen and Diego. Carmen married Paul, their children are Nina and Leo.',
    {
      texts: '~Rosa; ~Luis; ~Carmen; ~Diego; ~Paul; ~Nina; ~Leo',
      edges: '~Rosa -- ~Carmen; ~Rosa -- ~Diego; ~Carmen -- ~Nina; ~Carmen -- ~Leo',
    },
  ],
  'family tree: arrows': [
    'Abraham -> Isaac -> Jacob -> Joseph; Abraham -> Ishmael; Isaac -> Esau',
    { edges: 'Abraham -> Isaac -> Jacob -> Joseph; Abraham -> Ishmael; Isaac -> Esau' },
  ],
  'breakdown: work packages': [
    'work breakdown structure house: foundation (dig, pour concrete), walls (brick, plaster), roof (beams, tiles)',
    {
      edges:
        '~house -- foundation -- dig; foundation -- pour concrete; ~house -- walls -- brick; walls -- plaster; ~house -- roof -- beams; roof -- tiles',
    },
  ],
  'breakdown: sitemap': [
    'sitemap: home has shop, blog and about. shop has men, women, kids. blog has news and guides.',
    {
      edges:
        'home -- shop; home -- blog; home -- about; shop -- men; shop -- women; shop -- kids; blog -- news; blog -- guides',
    },
  ],
  'breakdown: folders': [
    'src/\n  api/\n    main.ts\n    auth.ts\n  web/\n    index.html\n  worker/\ntest/',
    {
      texts: '~src; ~api; ~main.ts; ~auth.ts; ~web; ~index.html; ~worker; ~test',
      beside: { '~api': '~main; ~auth', '~web': '~index' },
    },
  ],
  'breakdown: tree command': [
    '.\n├── docs\n│   ├── api.md\n│   └── setup.md\n├── src\n│   └── index.ts\n└── README.md',
    {
      texts: 'docs; ~api.md; ~setup.md; src; ~index.ts; ~README',
      beside: { docs: '~api.md; ~setup.md', src: '~index.ts' },
      others: 1,
    },
  ],
  'breakdown: animals': [
    'Classification: animals are vertebrates or invertebrates. Vertebrates are mammals, birds, fish, reptiles and amphibians.',
    {
      edges:
        'animals -- vertebrates; animals -- invertebrates; vertebrates -- mammals; vertebrates -- birds; vertebrates -- fish; vertebrates -- reptiles; vertebrates -- amphibians',
    },
  ],
  'org chart: pronouns and short names': [
    'org chart: director Olga Petrov; reporting to her: head teacher Jim Moss, bursar Lena Kay. Under Jim: Maths, Sports. Under Kay: Canteen',
    {
      edges:
        'director Olga Petrov -- head teacher Jim Moss; director Olga Petrov -- bursar Lena Kay; head teacher Jim Moss -- Maths; head teacher Jim Moss -- Sports; bursar Lena Kay -- Canteen',
    },
  ],
  'org chart: so does': [
    'Rita is the conductor. Paul (strings) and Mona (winds) report to Rita. First violin Sam reports to Paul, and so does cellist Ida. Otto works for Mona.',
    {
      edges:
        '~Rita conductor -- Paul (strings); ~Rita conductor -- Mona (winds); Paul (strings) -- First violin Sam; Paul (strings) -- cellist Ida; Mona (winds) -- Otto',
    },
  ],
  'fishbone: causes': [
    'fishbone diagram for late deliveries: people: training, sick leave; machines: old trucks; methods: bad routing; material: missing boxes',
    {
      beside: {
        people: 'training; sick leave',
        machines: 'old trucks',
        methods: 'bad routing',
        material: 'missing boxes',
      },
      texts: '~late deliveries',
    },
  ],
  'five whys': [
    '5 whys: site was down -> disk full -> logs not rotated -> cron job disabled -> migration script removed it',
    {
      edges:
        'site was down -> disk full -> logs not rotated -> cron job disabled -> migration script removed it',
      absent: '5 whys',
    },
  ],
  'family: roles': [
    'The Tower family: Mum = Sarah, Dad = Pete, kids Lily, Max & Zoe',
    {
      title: 'The Tower family',
      texts: '~Sarah; ~Pete; Lily; Max; Zoe',
      count: { shape: 6, connector: 5 },
    },
  ],
  'family: whose children': [
    "family tree: grandma Rosa, her children Ana and Luis, Ana's kids Tom and Mia",
    { edges: '~Rosa -- Ana; ~Rosa -- Luis; Ana -- Tom; Ana -- Mia', count: { shape: 5 } },
  ],
  'family: german': [
    'Familie: Opa Karl, Oma Inge, ihre Kinder Petra und Rolf, Petras Kinder Jan und Mia',
    {
      title: 'Familie',
      texts: 'Opa Karl; Oma Inge; Petra; Rolf',
      edges: 'Petra -- Jan; Petra -- Mia',
      count: { connector: 6 },
    },
  ],
  'org chart: teams of a department': [
    'Anna is CEO. Ben and Carla report to her. Ben leads engineering with three teams: Web, Mobile, Data.',
    {
      edges: '~Anna -- Ben; ~Anna -- Carla; Ben -- Engineering; Engineering -- Web; Engineering -- Data',
      others: 1,
    },
  ],
  'mind map: under a branch': [
    'mind map about healthy eating with branches vegetables, fruit and drinks; under drinks: water, tea',
    { edges: 'Healthy eating -- Drinks; Drinks -- Water; Drinks -- Tea', others: 2, absent: 'Under drinks' },
  ],
};
