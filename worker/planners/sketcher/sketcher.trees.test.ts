import { describe, expect, it } from 'vitest';
import { planFor } from '../../../test/support/sketchedPlan.ts';

type Case = { instruction: string; layout: string; edges: string[]; nodes: number };

const cases: Case[] = [
  {
    instruction: "org chart: Jim is CEO. Jim's reports: Ann, Bob. Ann's team: Tim",
    layout: 'tree',
    nodes: 4,
    edges: ['Jim, CEO -> Ann', 'Jim, CEO -> Bob', 'Ann -> Tim'],
  },
  {
    instruction: 'mind map of healthy habits: sleep, food (vegetables, water), exercise',
    layout: 'mindmap',
    nodes: 6,
    edges: [
      'Healthy habits -> Sleep',
      'Healthy habits -> Food',
      'Food -> Vegetables',
      'Food -> Water',
      'Healthy habits -> Exercise',
    ],
  },
  {
    instruction: 'Project\n  Design\n    Wireframes\n  Build\n    API\n    Web',
    layout: 'mindmap',
    nodes: 6,
    edges: ['Project -> Design', 'Design -> Wireframes', 'Project -> Build', 'Build -> API', 'Build -> Web'],
  },
  {
    instruction: '# Plan\n## Research\n- interviews\n- survey\n## Delivery\n- ship',
    layout: 'mindmap',
    nodes: 6,
    edges: [
      'Plan -> Research',
      'Research -> interviews',
      'Research -> survey',
      'Plan -> Delivery',
      'Delivery -> ship',
    ],
  },
  {
    instruction: 'org chart: CEO; CTO and CFO report to CEO; two engineers under CTO',
    layout: 'tree',
    nodes: 5,
    edges: ['CEO -> CTO', 'CTO -> Engineer 1', 'CTO -> Engineer 2', 'CEO -> CFO'],
  },
  {
    instruction: 'org chart: CEO Maria, CTO Tom with the teams Backend and Frontend, CFO Lisa with Finance',
    layout: 'tree',
    nodes: 6,
    edges: ['CEO Maria -> CTO Tom', 'CTO Tom -> Backend', 'CTO Tom -> Frontend', 'CEO Maria -> CFO Lisa'],
  },
  {
    instruction: 'CTO Tom with teams A and B, CFO Lisa',
    layout: 'tree',
    nodes: 4,
    edges: ['CTO Tom -> A', 'CTO Tom -> B'],
  },
  {
    instruction: 'Organigramm: Vorstand mit den Bereichen Finanzen und Personal, Finanzen hat Buchhaltung',
    layout: 'tree',
    nodes: 4,
    edges: ['Vorstand -> Finanzen', 'Finanzen -> Buchhaltung', 'Vorstand -> Personal'],
  },
  {
    instruction:
      'Unsere Firma hat drei Abteilungen: Verkauf, IT und Finanzen. Die IT hat zwei Teams, Netz und Support.',
    layout: 'tree',
    nodes: 6,
    edges: ['Unsere Firma -> Verkauf', 'Unsere Firma -> IT', 'IT -> Netz', 'IT -> Support'],
  },
  {
    instruction: 'Our CEO is Maria. Under her are Jon (Sales) and Peter (IT). Peter has Lea and Max.',
    layout: 'tree',
    nodes: 5,
    edges: [
      'CEO, Maria -> Jon (Sales)',
      'CEO, Maria -> Peter (IT)',
      'Peter (IT) -> Lea',
      'Peter (IT) -> Max',
    ],
  },
  {
    instruction: 'Organigramm: Chef Karl, darunter Ute und Tim. Ute hat eine Tochter Ida.',
    layout: 'tree',
    nodes: 4,
    edges: ['Chef Karl -> Ute', 'Ute -> Ida', 'Chef Karl -> Tim'],
  },
  {
    instruction: 'mind map: Italy - food: pizza, pasta; sights: Rome, Pisa',
    layout: 'mindmap',
    nodes: 7,
    edges: ['Italy -> Food', 'Food -> Pizza', 'Italy -> Sights', 'Sights -> Rome'],
  },
  {
    instruction: 'Erstelle eine Mindmap zum Thema Gesundheit: Sport, Schlaf (Bett, Ruhe)',
    layout: 'mindmap',
    nodes: 5,
    edges: ['Gesundheit -> Sport', 'Gesundheit -> Schlaf', 'Schlaf -> Ruhe'],
  },
  {
    instruction: 'Fishbone diagram for app crashes: causes are memory leaks, bad input and slow network',
    layout: 'flow',
    nodes: 4,
    edges: ['Memory leaks -> App crashes', 'Bad input -> App crashes', 'Slow network -> App crashes'],
  },
  {
    instruction: 'fishbone: late delivery - people: untrained, absent; methods: no plan',
    layout: 'flow',
    nodes: 6,
    edges: ['People -> Late delivery', 'Untrained -> People', 'Methods -> Late delivery'],
  },
  {
    instruction: 'Meilensteine: 1.3. Kickoff, 15.4. Prototyp, 30.6. Abnahme',
    layout: 'timeline',
    nodes: 3,
    edges: ['1.3.: Kickoff -> 15.4.: Prototyp', '15.4.: Prototyp -> 30.6.: Abnahme'],
  },
  {
    instruction: 'Company structure: Director: Sales (North, South), Administration',
    layout: 'tree',
    nodes: 5,
    edges: ['Director -> Sales', 'Sales -> North', 'Sales -> South', 'Director -> Administration'],
  },
  {
    instruction: 'org chart with a director, three team leads and two interns under the first team lead',
    layout: 'tree',
    nodes: 6,
    edges: ['Director -> Team lead 1', 'Director -> Team lead 3', 'Team lead 1 -> Intern 2'],
  },
  {
    instruction:
      'Org chart: The CEO leads sales and engineering; engineering has a frontend team and a backend team',
    layout: 'tree',
    nodes: 5,
    edges: ['Engineering -> Frontend team', 'Engineering -> Backend team', 'CEO -> Engineering'],
  },
  {
    instruction: 'Maya leads Care and Adoptions. Care has a vet team and a feeding team.',
    layout: 'tree',
    nodes: 5,
    edges: ['Maya -> Care', 'Care -> Vet team', 'Care -> Feeding team', 'Maya -> Adoptions'],
  },
  {
    instruction:
      'Org chart: Director Maya leads Care, Adoptions and Fundraising. Care has a vet team and a feeding team; Adoptions has Jon and Lee. Fundraising is run by Priya.',
    layout: 'tree',
    nodes: 8,
    edges: ['Care -> Vet team', 'Adoptions -> Lee', 'Director Maya -> Fundraising, run by Priya'],
  },
  {
    instruction: 'Org chart: Two engineers and a tester report to the CTO. The CTO reports to the CEO.',
    layout: 'tree',
    nodes: 5,
    edges: ['CTO -> Engineer 1', 'CTO -> Engineer 2', 'CTO -> Tester', 'CEO -> CTO'],
  },
  {
    instruction:
      'Organigramm: Die Chefin leitet Pflege und Technik; Technik hat ein Labor und eine Werkstatt',
    layout: 'tree',
    nodes: 5,
    edges: ['Technik -> Labor', 'Technik -> Werkstatt', 'Chefin -> Pflege'],
  },
  {
    instruction: 'Maya leitet Pflege und Spenden. Spenden wird von Priya geleitet. Pflege hat Jon und Lee.',
    layout: 'tree',
    nodes: 5,
    edges: ['Maya -> Pflege', 'Pflege -> Jon', 'Maya -> Spenden, geleitet von Priya'],
  },
  {
    instruction: 'The head chef supervises a sous chef; the sous chef has two line cooks and a dishwasher',
    layout: 'tree',
    nodes: 5,
    edges: ['Head chef -> Sous chef', 'Sous chef -> Line cook 2', 'Sous chef -> Dishwasher'],
  },
  {
    instruction: 'site map for a portfolio: home, about, work (web, print)',
    layout: 'tree',
    nodes: 6,
    edges: ['Portfolio -> Home', 'Portfolio -> Work', 'Work -> Print'],
  },
  {
    instruction: 'timeline: Jan kickoff, Mar beta, Jun launch',
    layout: 'timeline',
    nodes: 3,
    edges: ['Jan: Kickoff -> Mar: Beta', 'Mar: Beta -> Jun: Launch'],
  },
  {
    instruction: 'History of computing: 1936 Turing machine, 1946 ENIAC, 1971 microprocessor',
    layout: 'timeline',
    nodes: 3,
    edges: ['1936: Turing machine -> 1946: ENIAC', '1946: ENIAC -> 1971: Microprocessor'],
  },
  {
    instruction: 'Timeline: 1961 speech, July 1969 landing, 1972 last mission',
    layout: 'timeline',
    nodes: 3,
    edges: ['1961: Speech -> July 1969: Landing', 'July 1969: Landing -> 1972: Last mission'],
  },
  {
    instruction: 'Zeitstrahl: 1989 Mauerfall, 3. Oktober 1990 Einheit, 1999 Umzug',
    layout: 'timeline',
    nodes: 3,
    edges: ['1989: Mauerfall -> 3. Oktober 1990: Einheit', '3. Oktober 1990: Einheit -> 1999: Umzug'],
  },
  {
    instruction: 'project timeline: Week 1: research, interviews; Week 2: design',
    layout: 'timeline',
    nodes: 3,
    edges: [],
  },
  {
    instruction: '🎉 party planning: 🎂 cake, 🎈 balloons, 🎶 music',
    layout: 'grid',
    nodes: 3,
    edges: [],
  },
  {
    instruction:
      'We want to open a small library because children have nowhere to read. It needs shelves, chairs and a warm room. Volunteers could run it, but we must pay the rent.',
    layout: 'mindmap',
    nodes: 4,
    edges: [
      'We want to open a small library -> Because children have nowhere to read',
      'We want to open a small library -> It needs shelves, chairs and a warm room',
      'We want to open a small library -> Volunteers could run it, but we must pay the rent',
    ],
  },
  {
    instruction: '新しいアプリの計画。設計、実装、テスト。',
    layout: 'mindmap',
    nodes: 4,
    edges: ['新しいアプリの計画 -> 設計', '新しいアプリの計画 -> テスト'],
  },
];

describe('mind maps, trees and timelines', () => {
  it.each(cases)('$instruction', async ({ instruction, layout, edges, nodes }) => {
    const plan = await planFor(instruction);
    expect(plan.header.layout).toBe(layout);
    expect(plan.texts).toHaveLength(nodes);
    expect(plan.edges).toEqual(expect.arrayContaining(edges));
  });

  it('warns of sentences that it has to take as names', async () => {
    const plan = await planFor(
      'Org chart: Maya leads Care. Everybody else joined the company only a year ago.',
    );
    expect(plan.warnings).toEqual([expect.stringContaining('Everybody else joined')]);
  });

  it('shows the cells of a plain table as a grid', async () => {
    const plan = await planFor('table of planets: Mercury, Venus, Earth, Mars');
    expect(plan.header.layout).toBe('grid');
    expect(plan.texts).toEqual(['Mercury', 'Venus', 'Earth', 'Mars']);
  });

  it('leaves out the last branches of an outline that is too large', async () => {
    const outline = Array.from(
      { length: 60 },
      (_, at) => `Part ${at}\n  Detail a\n  Detail b\n  Detail c`,
    ).join('\n');
    const { texts, edges, warnings } = await planFor(`mind map of a book:\n${outline}`);
    expect(texts).toHaveLength(200);
    expect(edges).toHaveLength(199);
    expect(texts.slice(-4)).toEqual(['Detail c', 'Part 49', 'Detail a', 'Detail b']);
    expect(warnings).toEqual([
      '41 boxes and 41 connectors were left out: one instruction adds at most 200 boxes and 250 connectors.',
    ]);
  });
});
