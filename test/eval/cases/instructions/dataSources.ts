import type { Instructions } from '../case.ts';

/** Pasted Markdown, tables, CSV, JSON and YAML. */
export const dataSources: Instructions = {
  'markdown: headings and lists': [
    '# Launch plan\n\n## Marketing\n- landing page\n- press kit\n\n## Engineering\n- load test\n- **feature flags**\n\n## Support\n- macros',
    {
      title: 'Launch plan',
      beside: {
        Marketing: 'landing page; press kit',
        Engineering: 'load test; feature flags',
        Support: 'macros',
      },
      texts: 'Marketing; landing page; press kit; Engineering; load test; feature flags; Support; macros',
      absent: '**',
    },
  ],
  'markdown: table': [
    '| Task | Owner | Due |\n|------|-------|-----|\n| Copy | Ana | Mon |\n| Photos | Bo | Tue |\n| Launch | Cy | Fri |',
    {
      texts: '~Copy; ~Photos; ~Launch; ~Ana; ~Bo; ~Cy; ~Mon; ~Tue; ~Fri',
      beside: { '~Copy': '~Ana; ~Mon', '~Photos': '~Bo; ~Tue', '~Launch': '~Cy; ~Fri' },
      others: 3,
    },
  ],
  'markdown: task list': [
    '## Release 2.0\n- [x] changelog\n- [x] version bump\n- [ ] tag\n- [ ] announce',
    {
      texts: '~changelog; ~version bump; ~tag; ~announce',
      title: 'Release 2.0',
      absent: '[x]; [ ]',
      others: 2,
    },
  ],
  'markdown: numbered with emphasis': [
    '1. **Plan** the trip\n2. _Book_ the `hotel`\n3. [Pack](https://example.com)\n4. Go!',
    {
      texts: 'Plan the trip; Book the hotel; Pack; Go',
      order: 'Plan the trip; Book the hotel; Pack; Go',
      absent: '**; https',
    },
  ],
  'markdown: deep headings': [
    '# Handbook\n## People\n### Hiring\n### Onboarding\n## Money\n### Budget\n### Expenses',
    {
      beside: { People: 'Hiring; Onboarding', Money: 'Budget; Expenses' },
      title: 'Handbook',
      texts: 'People; Hiring; Onboarding; Money; Budget; Expenses',
    },
  ],
  'csv: org chart with manager': [
    'name,title,manager\nAda Lovell,CEO,\nBen Kim,CTO,Ada Lovell\nCleo Ruiz,CFO,Ada Lovell\nDan Fox,Engineer,Ben Kim\nEve Long,Engineer,Ben Kim',
    {
      edges:
        '~Ada Lovell -- ~Ben Kim; ~Ada Lovell -- ~Cleo Ruiz; ~Ben Kim -- ~Dan Fox; ~Ben Kim -- ~Eve Long',
      count: { shape: 5 },
      texts: '~CTO; ~CFO',
      others: 0,
    },
  ],
  'csv: quoted fields': [
    'Feature,Priority,Notes\n"Search, fast",High,"users ask ""a lot"""\nDark mode,Low,nice to have\n"Export\nto PDF",Medium,',
    {
      texts: '~search fast; ~dark mode; ~export PDF',
      beside: { '~search fast': '~high; ~users ask', '~dark mode': '~low; ~nice' },
      others: 4,
    },
  ],
  'csv: status column': [
    'task;status\nwrite tests;done\nfix bug 12;in progress\ndeploy;todo\nbuy domain;done',
    {
      beside: { done: '~write tests; ~buy domain', 'in progress': '~fix bug 12', todo: '~deploy' },
      others: 2,
    },
  ],
  'csv: edges': [
    'from,to,label\nWarehouse,Truck,load\nTruck,Store,drive\nStore,Customer,sell',
    {
      edges: 'Warehouse -> Truck: load; Truck -> Store: drive; Store -> Customer: sell',
      count: { shape: 4 },
    },
  ],
  'tsv: spreadsheet': [
    'City\tPopulation\tCountry\nLagos\t15 M\tNigeria\nLima\t10 M\tPeru\nOslo\t0.7 M\tNorway',
    {
      beside: { '~Lagos': '~15 M; ~Nigeria', '~Lima': '~10 M; ~Peru', '~Oslo': '~0.7 M; ~Norway' },
      others: 3,
    },
  ],
  'json: object': [
    '{"project": "Atlas", "phases": [{"name": "Discover", "tasks": ["interviews", "survey"]}, {"name": "Build", "tasks": ["backend", "frontend"]}]}',
    {
      texts: '~Atlas; ~Discover; interviews; survey; ~Build; backend; frontend',
      beside: { '~Discover': 'interviews; survey', '~Build': 'backend; frontend' },
      others: 5,
      absent: '{; [',
    },
  ],
  'json: nodes and edges': [
    '{"nodes":[{"id":"a","label":"Sensor"},{"id":"b","label":"Gateway"},{"id":"c","label":"Cloud"}],"edges":[{"from":"a","to":"b"},{"from":"b","to":"c","label":"MQTT"}]}',
    { edges: 'Sensor -> Gateway; Gateway -> Cloud: MQTT', count: { shape: 3, connector: 2 } },
  ],
  'json: list of words': [
    '["apple", "banana", "cherry"]',
    { peers: 'apple; banana; cherry', texts: 'apple; banana; cherry' },
  ],
  'yaml: outline': [
    'company: Nova\nteams:\n  - name: Core\n    members:\n      - Ana\n      - Bo\n  - name: Apps\n    members:\n      - Cy',
    { texts: '~Nova; ~Core; Ana; Bo; ~Apps; Cy', beside: { '~Core': 'Ana; Bo', '~Apps': 'Cy' }, others: 5 },
  ],
  'yaml: lists': [
    'Fruit:\n  - apple\n  - plum\nVegetables:\n  - leek\n  - kale',
    {
      beside: { Fruit: 'apple; plum', Vegetables: 'leek; kale' },
      peers: 'Fruit; Vegetables',
      texts: 'Fruit; apple; plum; Vegetables; leek; kale',
    },
  ],
  'yaml: compose file': [
    'services:\n  web:\n    image: nginx\n    depends_on: [api]\n  api:\n    image: node\n    depends_on: [db]\n  db:\n    image: postgres',
    { texts: '~web; ~api; ~db', others: 10 },
  ],
  'outline: indented': [
    'Thesis\n  Introduction\n    Motivation\n    Question\n  Methods\n  Results\n    Survey\n    Interviews',
    {
      beside: { Introduction: 'Motivation; Question', Results: 'Survey; Interviews' },
      texts: 'Thesis; Introduction; Methods; Results; Motivation; Question; Survey; Interviews',
    },
  ],
  'sql: tables': [
    'CREATE TABLE users (id int PRIMARY KEY, email text);\nCREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users(id), total numeric);',
    { beside: { users: '~email', orders: '~total' }, edges: 'orders -- users', others: 6 },
  ],
};
