import type { Graphviz } from '@hpcc-js/wasm-graphviz';
import { z } from 'zod';
import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import type { Plan, PlanObject } from '../../../src/canvas/model/plan.ts';
import { STEP_GAP, STEP_SPREAD } from '../../../worker/layout/flow/layered/flowStyle.ts';
import { flattenSpline, numbersOf, pointOf } from '../../../worker/layout/flow/layered/graphviz.ts';
import type { Picture, PictureBox, PictureLine } from '../metrics/picture.ts';
import type { Drawing } from './drawing.ts';

const nodeFontSize = 16;
const labelFontSize = 14;
/** Graphviz measures in inches of 72 pixels. */
const inches = (pixels: number): number => pixels / 72;

/**
 * A graph as `dot` of Graphviz draws it, with boxes of the same sizes as in another picture of it and the gaps that this
 * project keeps, so that lengths can be compared.
 */
export function drawWithGraphviz(graphviz: Graphviz, plan: Plan, sizes: Picture): Drawing {
  const source = dotOf(plan, sizes);
  const json = graphviz.layout(source, 'json', 'dot', { yInvert: true });
  return { picture: pictureOfJson(JSON.parse(json)), svg: graphviz.layout(source, 'svg', 'dot') };
}

/** The plan in the language of Graphviz. */
function dotOf({ direction, objects }: Plan, sizes: Picture): string {
  const sizeOf = new Map(sizes.boxes.map((box) => [box.id, box]));
  return [
    'digraph {',
    `rankdir=${direction === 'down' ? 'TB' : 'LR'}; fontsize=${nodeFontSize};`,
    `nodesep=${inches(STEP_SPREAD)}; ranksep=${inches(STEP_GAP)};`,
    `node [fontsize=${nodeFontSize}, fixedsize=true]; edge [fontsize=${labelFontSize}];`,
    ...contentsOf(null, objects, sizeOf),
    ...objects.flatMap((object) => {
      if (object.type !== 'edge') return [];
      const attributes = [
        ...(object.label === null ? [] : [`label=${quoted(object.label)}`]),
        ...(object.style === 'dashed' ? ['style=dashed'] : []),
      ];
      return [`${quoted(object.from)} -> ${quoted(object.to)} [${attributes.join(', ')}];`];
    }),
    '}',
  ].join('\n');
}

const dotShapes = { rect: 'box', sticky: 'box', text: 'plaintext', ellipse: 'ellipse', diamond: 'diamond' };

function contentsOf(
  parent: string | null,
  objects: readonly PlanObject[],
  sizes: ReadonlyMap<string, Box>,
): string[] {
  return objects.flatMap((object) => {
    if ((object.type !== 'frame' && object.type !== 'node') || object.parent !== parent) return [];
    if (object.type === 'frame')
      return [
        `subgraph ${quoted(`cluster_${object.id}`)} { label=${quoted(object.title)};`,
        ...contentsOf(object.id, objects, sizes),
        '}',
      ];
    const { width, height } = sizes.get(object.id) ?? { width: 160, height: 64 };
    const size = `width=${inches(width)}, height=${inches(height)}`;
    return [
      `${quoted(object.id)} [label=${quoted(object.text)}, shape=${dotShapes[object.shape]}, ${size}];`,
    ];
  });
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** What is used of Graphviz' JSON: https://graphviz.org/docs/outputs/json/ */
const textOperation = z.looseObject({ op: z.string(), width: z.number().optional() });
const laidOut = z.object({
  objects: z.array(
    z.looseObject({
      name: z.string(),
      bb: z.string().optional(),
      pos: z.string().optional(),
      width: z.string().optional(),
      height: z.string().optional(),
    }),
  ),
  edges: z
    .array(
      z.looseObject({
        tail: z.number(),
        head: z.number(),
        pos: z.string(),
        lp: z.string().optional(),
        _ldraw_: z.array(textOperation).optional(),
      }),
    )
    .default([]),
});

function pictureOfJson(json: unknown): Picture {
  const { objects, edges } = laidOut.parse(json);
  const boxes = objects.flatMap(boxOf);
  const lines = edges.map(({ tail, head, pos, lp, _ldraw_ }): PictureLine => {
    const widths = (_ldraw_ ?? []).flatMap(({ op, width }) => (op === 'T' ? (width ?? 0) : []));
    const label =
      lp === undefined
        ? null
        : boxAround(pointOf(lp), Math.max(...widths), widths.length * labelFontSize * 1.2);
    return {
      fromId: objects[tail]?.name ?? '',
      toId: objects[head]?.name ?? '',
      points: flatten(pos),
      label,
      isLabelled: label !== null,
      isArrow: true,
    };
  });
  return {
    boxes,
    lines,
    fontSize: lines.some(({ isLabelled }) => isLabelled) ? labelFontSize : nodeFontSize,
  };
}

function boxOf({ name, bb, pos, width, height }: z.infer<typeof laidOut>['objects'][number]): PictureBox[] {
  if (bb !== undefined) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(bb);
    const box = {
      x: Math.min(x1, x2),
      y: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
    };
    return [{ ...box, id: name.replace(/^cluster_/, ''), parentId: null, isFrame: true }];
  }
  if (pos === undefined) return [];
  return [
    {
      ...boxAround(pointOf(pos), Number(width) * 72, Number(height) * 72),
      id: name,
      parentId: null,
      isFrame: false,
    },
  ];
}

const boxAround = ({ x, y }: Point, width: number, height: number): Box => ({
  ...{ x: x - width / 2, y: y - height / 2 },
  ...{ width, height },
});

const piecesPerCurve = 8;

/** The points of a spline with an arrowhead, `e,x,y x,y x,y …`; where it ends comes last. */
function flatten(spline: string): Point[] {
  const parts = spline.split(' ');
  const end = parts.find((part) => part.startsWith('e,'));
  const points = flattenSpline(parts.filter((part) => !/^[es],/.test(part)).join(' '), piecesPerCurve);
  return end === undefined ? points : [...points, pointOf(end.slice(2))];
}
