import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Plan, PlanObject } from '../../../src/canvas/model/plan.ts';
import { LABEL_FONT_SIZE } from '../../../src/canvas/text/sizing.ts';
import type { Picture } from '../metrics/picture.ts';
import type { Drawing } from './drawing.ts';

const bundle = fileURLToPath(new URL('mermaid.min.js', import.meta.resolve('mermaid')));

/** Mermaid's font size. Labels get that of this project, so that all drawings have texts of the same sizes. */
const fontSize = 16;
const settings = {
  startOnLoad: false,
  flowchart: { useMaxWidth: false },
  themeCSS: `.edgeLabel { font-size: ${LABEL_FONT_SIZE}px }`,
};

/** Graphs as Mermaid draws them in a browser, with its usual settings but for the size of labels. */
export async function drawWithMermaid(browser: Browser, plans: readonly Plan[]): Promise<Drawing[]> {
  const page = await browser.newPage({ viewport: { width: 1_600, height: 1_200 } });
  await page.setContent('<body></body>');
  await page.addScriptTag({ path: bundle });
  await page.evaluate(`mermaid.initialize(${JSON.stringify(settings)})`);
  const drawings: Drawing[] = [];
  for (const [at, plan] of plans.entries()) {
    const drawn = (await page.evaluate(
      `(${measure})(${JSON.stringify(mermaidOf(plan))}, 'graph${at}')`,
    )) as Measured;
    drawings.push({ picture: pictureOf(drawn), svg: drawn.svg });
  }
  await page.close();
  return drawings;
}

/** The plan in Mermaid's language. */
export function mermaidOf({ direction, objects }: Plan): string {
  const edges = objects.flatMap((object) => {
    if (object.type !== 'edge') return [];
    const arrow = object.style === 'dashed' ? '-.->' : '-->';
    return [
      `${object.from} ${arrow}${object.label === null ? '' : `|${quoted(object.label)}|`} ${object.to}`,
    ];
  });
  return [`flowchart ${direction === 'down' ? 'TD' : 'LR'}`, ...contentsOf(null, objects), ...edges].join(
    '\n',
  );
}

function contentsOf(parent: string | null, objects: readonly PlanObject[]): string[] {
  return objects.flatMap((object) => {
    if ((object.type !== 'frame' && object.type !== 'node') || object.parent !== parent) return [];
    if (object.type === 'frame')
      return [`subgraph ${object.id}[${quoted(object.title)}]`, ...contentsOf(object.id, objects), 'end'];
    const text = quoted(object.text);
    if (object.shape === 'diamond') return [`${object.id}{${text}}`];
    return [object.shape === 'ellipse' ? `${object.id}([${text}])` : `${object.id}[${text}]`];
  });
}

const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;

type Rectangle = { x: number; y: number; width: number; height: number };

/** What the page gives back: places in pixels, and the ids that Mermaid made of those of the plan. */
type Measured = {
  svg: string;
  nodes: (Rectangle & { id: string })[];
  clusters: (Rectangle & { id: string })[];
  paths: { id: string; points: { x: number; y: number }[] }[];
  labels: (Rectangle & { id: string })[];
};

/** Runs in the page: draws a graph and reads from the drawing where everything is. */
const measure = `async (source, name) => {
  const { svg } = await mermaid.render(name, source);
  document.body.innerHTML = svg;
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const pointsOf = (path) => {
    const [length, matrix] = [path.getTotalLength(), path.getScreenCTM()];
    const count = Math.max(2, Math.ceil(length / 6));
    return Array.from({ length: count + 1 }, (_, at) => {
      const { x, y } = path.getPointAtLength((length * at) / count).matrixTransform(matrix);
      return { x, y };
    });
  };
  return {
    svg,
    nodes: all('g.node').map((node) => ({ id: node.id, ...boxOf(node.querySelector('.label-container') ?? node) })),
    clusters: all('g.cluster').map((cluster) => ({ id: cluster.id, ...boxOf(cluster.querySelector('rect')) })),
    paths: all('path.flowchart-link').map((path) => ({ id: path.dataset.id ?? path.id, points: pointsOf(path) })),
    labels: all('g.edgeLabel g.label')
      .map((label) => ({ id: label.dataset.id ?? '', ...boxOf(label) }))
      .filter(({ width }) => width > 1),
  };
}`;

function pictureOf({ nodes, clusters, paths, labels }: Measured): Picture {
  const idOfNode = (id: string) => /flowchart-(\w+)-\d+$/.exec(id)?.[1] ?? id;
  const idOfCluster = (id: string) => /(\w+)$/.exec(id)?.[1] ?? id;
  const labelOf = new Map(labels.map(({ id, x, y, width, height }) => [id, { x, y, width, height }]));
  return {
    boxes: [
      ...nodes.map((box) => ({ ...box, id: idOfNode(box.id), parentId: null, isFrame: false })),
      ...clusters.map((box) => ({ ...box, id: idOfCluster(box.id), parentId: null, isFrame: true })),
    ],
    lines: paths.map(({ id, points }) => {
      const [, fromId = '', toId = ''] = /L_(\w+?)_(\w+?)_\d+$/.exec(id) ?? [];
      const label = labelOf.get(id) ?? null;
      return { fromId, toId, points, label, isLabelled: label !== null, isArrow: true };
    }),
    fontSize: labels.length > 0 ? LABEL_FONT_SIZE : fontSize,
  };
}
