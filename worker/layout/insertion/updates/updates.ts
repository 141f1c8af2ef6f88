import { changedAspects } from '../../../../src/canvas/model/changes/aspects.ts';
import {
  applyChanges,
  type ChangeSet,
  emptyChangeSet,
} from '../../../../src/canvas/model/changes/changeSet.ts';
import type { Conflict } from '../../../../src/canvas/model/changes/conflict.ts';
import { rebase } from '../../../../src/canvas/model/changes/rebase.ts';
import { isSameBox, middleOf } from '../../../../src/canvas/model/geometry.ts';
import type { CanvasObject, Connector, Shape } from '../../../../src/canvas/model/object.ts';
import { fitToWidth } from '../../../../src/canvas/text/sizing.ts';
import type { PlanContent, Update } from '../../../plan/planContent.ts';
import { headsOf } from '../../canvasObjects.ts';
import { shapeKindOf } from '../../scene/scene.ts';
import { roomAt } from '../stage/insertRoom.ts';
import { relinkAt } from '../stage/linking.ts';
import { Stage } from '../stage/stage.ts';
import { refit } from './refit.ts';
import { refitTable } from './refitTable.ts';

/** A canvas after a plan's updates and deletions, before objects are moved or added. */
export type Updated = {
  objects: CanvasObject[];
  /** Objects to move: their ids, with the ids of the frames to move them into. */
  moves: Map<string, string>;
  conflicts: Conflict[];
};

/**
 * Applies a plan's updates and deletions.
 * @param shown The objects that the planner was shown. Changes that others made since then are kept.
 * @param now The current objects of the canvas.
 */
export function updateCanvas(
  plan: Pick<PlanContent, 'updates' | 'deletions'>,
  shown: readonly CanvasObject[],
  now: readonly CanvasObject[],
  mayChange: (id: string) => boolean,
): Updated {
  const { changes, conflicts } = rebase(now, wantedBy(plan, shown));
  const stage = new Stage(applyChanges(now, changes));
  const { moves, kept } = movesOf(plan, shown, stage);
  const reshaped = new Set<string>();
  for (const { before, after } of changes.updated) {
    if (after.kind !== 'SHAPE' || before.kind !== 'SHAPE') continue;
    if (after.text === before.text && after.shape === before.shape) continue;
    if (refitTable(stage, after)) reshaped.add(after.parentId ?? '');
    else refitInRoom(stage, after, mayChange);
    if (after.shape !== before.shape) reshaped.add(after.id);
  }
  relinkAt(stage, reshaped);
  return { objects: stage.objects, moves, conflicts: [...conflicts, ...kept] };
}

/** The moves that are still wanted: what somebody has moved meanwhile stays where they put it. */
function movesOf(
  { updates, deletions }: Pick<PlanContent, 'updates' | 'deletions'>,
  shown: readonly CanvasObject[],
  stage: Stage,
) {
  const moves = new Map<string, string>();
  const kept: Conflict[] = [];
  for (const before of shown) {
    const parent = updates.get(before.id)?.parent ?? null;
    const now = stage.find(before.id);
    if (parent === null || now === undefined) continue;
    // The plan itself may delete the frame that it was in.
    const isFreed = before.kind !== 'CONNECTOR' && deletions.has(before.parentId ?? '');
    const aspects = [...changedAspects(before, now)].filter(
      (aspect) => aspect === 'place' || (aspect === 'frame' && !isFreed),
    );
    if (now.locked) kept.push({ objectId: now.id, reason: 'LOCKED', aspects: ['place'] });
    else if (aspects.length > 0) kept.push({ objectId: now.id, reason: 'CHANGED', aspects });
    else moves.set(now.id, parent);
  }
  return { moves, kept };
}

function wantedBy(
  { updates, deletions }: Pick<PlanContent, 'updates' | 'deletions'>,
  shown: readonly CanvasObject[],
): ChangeSet {
  return {
    ...emptyChangeSet,
    updated: shown.flatMap((before) => {
      const update = updates.get(before.id);
      if (update === undefined || deletions.has(before.id)) return [];
      return [{ before, after: updatedObject(before, update) }];
    }),
    deleted: shown.filter(({ id }) => deletions.has(id)),
  };
}

function updatedObject(object: CanvasObject, update: Update): CanvasObject {
  const { text } = update;
  const coloured = { ...object, color: update.color ?? object.color };
  if (coloured.kind === 'FRAME') return { ...coloured, title: text ?? coloured.title };
  if (coloured.kind === 'CONNECTOR') return updatedConnector(coloured, update);
  const shape = update.shape === null ? coloured.shape : shapeKindOf({ shape: update.shape });
  return { ...coloured, shape, text: text ?? coloured.text };
}

function updatedConnector(connector: Connector, { text, style, ends }: Update): Connector {
  const { startArrowhead: _, ...headless } = connector;
  const headed = ends === null ? connector : { ...headless, ...headsOf({ ends }, true) };
  const styled: Connector = style === null ? headed : { ...headed, style: lineStyles[style] };
  if (text === null) return styled;
  if (text === '') return { ...styled, label: null, labelAt: null };
  return { ...styled, label: text, labelAt: styled.labelAt ?? middleOf(styled.points) };
}

const lineStyles = { solid: 'SOLID', dashed: 'DASHED' } as const;

/** Sizes of text that are tried, in parts of the present one, where there is no room for the shape to grow. */
const smaller = [0.875, 0.75, 0.625];

/** Gives a changed text room: in its shape, or by letting that grow where it can, or by smaller letters. */
function refitInRoom(stage: Stage, shape: Shape, mayChange: (id: string) => boolean): void {
  const natural = refit(shape);
  if (isSameBox(natural, shape)) {
    stage.put(natural);
    return;
  }
  const request = { parentId: shape.parentId, except: withConnectors(stage, shape.id), mayGrow: mayChange };
  for (const grown of growths(shape, natural)) {
    const room = roomAt(stage.objects, grown, request);
    if (room === null) continue;
    stage.growFor(room);
    stage.put(grown);
    return;
  }
  const fitting = smaller.map((part) => inPlace(shape, shape.fontSize * part)).find((fit) => fit !== null);
  stage.put(fitting ?? natural);
}

/** Ways for a shape to grow, the best one first: on all sides, right and down, taller only, down only. */
function growths(shape: Shape, natural: Shape): Shape[] {
  const { height, lines, width } = fitToWidth(shape.shape, shape.text, shape.width, shape.fontSize);
  const taller = { ...shape, height: Math.max(height, shape.height), lines };
  return [
    natural,
    { ...natural, x: shape.x, y: shape.y },
    ...(width > shape.width ? [] : [{ ...taller, y: shape.y - (taller.height - shape.height) / 2 }, taller]),
  ];
}

/** The shape with its text in letters of that size; null when it does not fit. */
function inPlace(shape: Shape, fontSize: number): Shape | null {
  const { width, height, lines } = fitToWidth(shape.shape, shape.text, shape.width, fontSize);
  return width <= shape.width && height <= shape.height ? { ...shape, lines, fontSize } : null;
}

const withConnectors = (stage: Stage, id: string): Set<string> =>
  new Set([
    id,
    ...stage.objects.flatMap((object) =>
      object.kind === 'CONNECTOR' && (object.fromId === id || object.toId === id) ? [object.id] : [],
    ),
  ]);
