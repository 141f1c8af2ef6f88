import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { withoutLooseEnds } from '../../../../src/canvas/model/changes/changeSet.ts';
import { frameAround } from '../../../../src/canvas/model/frameContents.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import { routeAround } from '../../../../src/canvas/model/routes/routeAround.ts';
import type { BoxObject, CanvasObject } from '../../scene/object.ts';
import { isSamePlace } from './places.ts';
import { readBox, readNewBoxes } from './readBoxes.ts';
import { type Ends, readConnector, readNewConnectors } from './readConnectors.ts';
import { SceneIndex } from './SceneIndex.ts';

/** What a person has made of the canvas, and what they are to be told about what it can't hold. */
export type SceneReading = { objects: readonly CanvasObject[]; notes: readonly string[] };

/**
 * Reads the scene as objects. What has not been touched since it was drawn from `shown` is given back as it is.
 * Objects that nobody can take hold of (`isFixed`) stay.
 */
export function readScene(
  elements: readonly ExcalidrawElement[],
  shown: readonly CanvasObject[],
  isFixed: (id: string) => boolean = () => false,
): SceneReading {
  const scene = new SceneIndex(elements, shown);
  const before = new Map(shown.map((object) => [object.id, object]));
  const known = new Set(before.keys());
  const isHeld = (object: CanvasObject) => object.locked || isFixed(object.id);

  const boxes = shown.filter(isBox).flatMap((box) => (isHeld(box) ? box : (readBox(scene, box) ?? [])));
  const settled = inFrames([...boxes, ...readNewBoxes(scene, known)], before);
  const ends = endsAmong(settled, before);
  const connectors = shown
    .filter(isConnector)
    .flatMap((object) => (isHeld(object) ? object : (readConnector(scene, object, ends) ?? [])));

  const objects = [...settled, ...connectors, ...readNewConnectors(scene, known, ends)];
  return { objects: withoutLooseEnds(objects), notes: scene.notes };
}

type Before = ReadonlyMap<string, CanvasObject>;

/** Whatever has come or moved belongs to the frame that it lies in now. */
function inFrames(boxes: readonly BoxObject[], before: Before): BoxObject[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  // Of frames of the same size, the first is taken: what is copied with its frame lies in the frame's copy.
  const newestFirst = boxes.toSorted((a, b) => Number(before.has(a.id)) - Number(before.has(b.id)));
  return boxes.map((box) => {
    const former = before.get(box.id);
    if (former && isBox(former) && isSamePlace(former, box)) return box;
    const parentId = frameAround(box, former ? boxes : newestFirst);
    const parent = parentId === null ? undefined : byId.get(parentId);
    // A new frame is behind everything, but not behind the frame that it lies in.
    const isHidden = !former && box.__typename === 'Frame' && parent;
    return { ...box, parentId, ...(isHidden ? { zIndex: parent.zIndex + 1 } : {}) };
  });
}

function endsAmong(boxes: readonly BoxObject[], before: Before): Ends {
  const now = new Map(boxes.map((box) => [box.id, box]));
  return {
    isThere: (id) => now.has(id),
    hasMoved(id) {
      const [was, is] = [before.get(id), now.get(id)];
      return was !== undefined && isBox(was) && is !== undefined && !isSamePlace(was, is);
    },
    route(fromId, toId) {
      const [from, to] = [now.get(fromId), now.get(toId)];
      return from && to ? routeAround(from, to, boxes) : null;
    },
  };
}
