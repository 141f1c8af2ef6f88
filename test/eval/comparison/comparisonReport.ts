import type { Geometry } from '../metrics/geometry.ts';
import { escapeXml } from '../pictures/svg.ts';
import type { Drawer, GraphComparison } from './compareGraphs.ts';

type Criterion = {
  name: string;
  measure(geometry: Geometry): number /** Part by which values may differ in a tie. */;
  tolerance: number;
  isMoreBetter?: true;
};

/** What drawings of a graph are compared by. */
const criteria: readonly Criterion[] = [
  { name: 'crossings', measure: ({ crossings }) => crossings, tolerance: 0.2 },
  { name: 'on each other', measure: ({ onEachOther, trunks }) => onEachOther - trunks, tolerance: 0 },
  { name: 'through shapes', measure: ({ throughShapes }) => throughShapes, tolerance: 0 },
  { name: 'through frames', measure: ({ throughFrames }) => throughFrames, tolerance: 0 },
  { name: 'against direction', measure: ({ againstDirection }) => againstDirection, tolerance: 0 },
  { name: 'labels covered', measure: ({ labelOverlaps }) => labelOverlaps, tolerance: 0 },
  { name: 'length', measure: ({ relativeLength }) => relativeLength, tolerance: 0.2 },
  // For information: curves are shorter than connectors at right angles that lead the same way.
  { name: 'along the axes', measure: ({ lengthAlongAxes }) => lengthAlongAxes, tolerance: Infinity },
  {
    name: 'text when fitted',
    measure: ({ textWhenFitted }) => textWhenFitted,
    tolerance: 0.1,
    isMoreBetter: true,
  },
];

/** 1 when the first is better, -1 when the second is, 0 for a tie. */
function compare({ measure, tolerance, isMoreBetter }: Criterion, first: Geometry, second: Geometry): number {
  const [a, b] = [measure(first), measure(second)];
  if (Math.abs(a - b) <= tolerance * Math.max(a, b)) return 0;
  return a < b === (isMoreBetter === undefined) ? 1 : -1;
}

const others: readonly Drawer[] = ['Mermaid', 'Graphviz'];

/** Sums over all graphs, and how many graphs this project draws better, as well, or worse, by criterion and in all. */
export function comparisonTable(compared: readonly GraphComparison[]): string {
  const drawers = (['project', ...others] as const).filter((drawer) =>
    compared.every(({ measured }) => measured[drawer]),
  );
  const rows = criteria.map((criterion) => [
    criterion.name,
    ...drawers.map((drawer) => totalOf(compared, criterion, drawer)),
    ...drawers.slice(1).map((drawer) => scoreOf(compared.map((each) => resultOf(each, criterion, drawer)))),
  ]);
  const overall = drawers.slice(1).map((drawer) => scoreOf(compared.map((each) => overallOf(each, drawer))));
  return [
    [`${compared.length} graphs`, ...drawers, ...drawers.slice(1).map((drawer) => `vs ${drawer}`)],
    ...rows,
    ['most criteria', ...drawers.map(() => ''), ...overall],
  ]
    .map(([name = '', ...cells]) => `${name.padEnd(20)}${cells.map((cell) => cell.padStart(18)).join('')}`)
    .join('\n');
}

function totalOf(
  compared: readonly GraphComparison[],
  { measure, isMoreBetter }: Criterion,
  drawer: Drawer,
): string {
  const values = compared.flatMap(({ measured }) =>
    measured[drawer] === undefined ? [] : [measure(measured[drawer])],
  );
  const sum = values.reduce((total, value) => total + value, 0);
  return isMoreBetter ? `mean ${(sum / values.length).toFixed(1)}` : sum.toFixed(0);
}

function resultOf({ measured }: GraphComparison, criterion: Criterion, drawer: Drawer): number {
  const [ours, theirs] = [measured.project, measured[drawer]];
  return ours === undefined || theirs === undefined ? 0 : compare(criterion, ours, theirs);
}

/** By which criteria each graph is drawn better (+) and worse (-) than by another program, a line for each pair. */
export function comparisonByGraph(compared: readonly GraphComparison[]): string {
  return compared.flatMap((graph) => others.flatMap((drawer) => lineOf(graph, drawer) ?? [])).join('\n');
}

function lineOf(graph: GraphComparison, drawer: Drawer): string | null {
  const [ours, theirs] = [graph.measured.project, graph.measured[drawer]];
  if (ours === undefined || theirs === undefined) return null;
  const named = (wanted: number) =>
    criteria
      .filter((criterion) => compare(criterion, ours, theirs) === wanted)
      .map(({ name, measure }) => `${name} ${measure(ours).toFixed()}:${measure(theirs).toFixed()}`);
  const result = ['worse than', 'as good as', 'better than'][overallOf(graph, drawer) + 1];
  const reasons = [...named(1).map((each) => `+ ${each}`), ...named(-1).map((each) => `- ${each}`)];
  return `${graph.name.padEnd(32)}${result} ${drawer.padEnd(10)}${reasons.join(', ')}`;
}

const overallOf = (graph: GraphComparison, drawer: Drawer): number =>
  Math.sign(criteria.reduce((sum, criterion) => sum + resultOf(graph, criterion, drawer), 0));

function scoreOf(results: readonly number[]): string {
  const count = (wanted: number) => results.filter((result) => result === wanted).length;
  return `${count(1)} + ${count(0)} = ${count(-1)} -`;
}

const style = `
  body { margin: 24px; font: 14px system-ui, sans-serif; background: #eceef1; color: #22262d }
  figure { margin: 0 0 20px; padding: 12px; background: #fff; border: 1px solid #d5d9e0; border-radius: 8px }
  figcaption { margin-bottom: 8px }
  .side-by-side { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px }
  .side-by-side > div { border-left: 1px solid #d5d9e0; padding-left: 12px; min-width: 0 }
  img { display: block; width: 100%; height: 340px; object-fit: contain }
  small { color: #5b6472 }`;

/** All graphs on one page, each drawn by every program, side by side. */
export function comparisonSheet(compared: readonly GraphComparison[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Graphs side by side</title><style>${style}</style></head>
<body>
${compared.map(figureOf).join('\n')}
</body></html>
`;
}

function figureOf(graph: GraphComparison): string {
  const columns = (['project', ...others] as const).flatMap((drawer) => {
    const [drawing, geometry] = [graph.drawings[drawer], graph.measured[drawer]];
    if (drawing === undefined || geometry === undefined) return [];
    const values = criteria.map(({ name, measure }) => `${name} ${Math.round(measure(geometry))}`);
    // As images, so that the styles of one drawing don't reach another.
    const source = `data:image/svg+xml;base64,${Buffer.from(drawing.svg).toString('base64')}`;
    return [`<div><b>${drawer}</b> <small>${values.join(' · ')}</small><img alt="" src="${source}"></div>`];
  });
  return `<figure><figcaption><b>${escapeXml(graph.name)}</b></figcaption><div class="side-by-side">${columns.join('')}</div></figure>`;
}
