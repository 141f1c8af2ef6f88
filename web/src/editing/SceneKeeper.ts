import { CaptureUpdateAction, getSceneVersion } from '@excalidraw/excalidraw';
import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { applyChanges, diffObjects, isEmpty, movedBoxIds } from '../../../src/canvas/model/changeSet.ts';
import { textIdOf, toExcalidraw } from '../scene/excalidraw.ts';
import type { CanvasObject, Changes } from '../scene/object.ts';
import type { Gestures } from './gestures.ts';
import { mergeScene } from './mergeScene.ts';
import { readScene } from './readScene.ts';
import { isBusy } from './tools.ts';

/** What the editor is to show. */
export type SceneTarget = {
  objects: readonly CanvasObject[];
  /** The objects that a running job shows: nobody can take hold of them. Null: all this is only to be looked at. */
  preview: ReadonlySet<string> | null;
  /** Boxes whose new places are not saved yet; the editor leads their arrows until they are. */
  moved: ReadonlySet<string>;
};

export type SceneEvents = {
  /** Changes of the same gesture are one step for the person. */
  onEdit(changes: Changes, gesture: number): void;
  onNote(notice: string): void;
};

/**
 * Holds the editor's scene and the objects together: shows the objects, and tells what the person makes of them.
 * It never takes anything out of the person's hands: while they type or drag it waits.
 */
export class SceneKeeper {
  readonly #api: ExcalidrawImperativeAPI;
  readonly #events: SceneEvents;
  readonly #gestures: Gestures;
  #target: SceneTarget = { objects: [], preview: new Set(), moved: new Set() };
  #shown: readonly CanvasObject[] = [];
  #fixed: ReadonlySet<string> = new Set();
  #version = -1;
  #isWaiting = false;

  constructor(api: ExcalidrawImperativeAPI, events: SceneEvents, gestures: Gestures) {
    this.#api = api;
    this.#events = events;
    this.#gestures = gestures;
  }

  /** What the scene shows. */
  get objects(): readonly CanvasObject[] {
    return this.#shown;
  }

  /** Shows this as soon as the person's hands are free. */
  show(target: SceneTarget): void {
    this.#target = target;
    this.#isWaiting = true;
    this.readNow();
  }

  /** Takes in what the person has done up to now. Returns whether their hands are free. */
  readNow(): boolean {
    const state = this.#api.getAppState();
    this.heard(this.#api.getSceneElementsIncludingDeleted(), state);
    return !isBusy(state);
  }

  /** Takes in that the editor's state has changed. */
  heard(elements: readonly ExcalidrawElement[], state: AppState): void {
    if (isBusy(state)) return;
    if (getSceneVersion(elements) !== this.#version && this.#version !== -1) this.#read(elements);
    if (this.#isWaiting) this.#draw();
  }

  /** Changes what is shown, as one step of the person's. */
  perform(objects: readonly CanvasObject[]): void {
    const changes = diffObjects(this.#shown, objects);
    if (isEmpty(changes)) return;
    this.#apply(objects, this.#target.moved);
    this.#expect(changes, this.#gestures.begin());
  }

  #read(elements: readonly ExcalidrawElement[]): void {
    const { objects, notes } = readScene(elements, this.#shown, this.#isFixed);
    const changes = diffObjects(this.#shown, objects);
    // What the canvas can't hold is taken away again.
    const moved = new Set([...this.#target.moved, ...movedBoxIds(changes)]);
    this.#apply(objects, moved);
    for (const note of notes) this.#events.onNote(note);
    if (!isEmpty(changes)) this.#expect(changes, this.#gestures.current());
    // Undo and redo go by the versions of the canvas; nothing reads the editor's own history.
    this.#api.history.clear();
  }

  /** Tells of changes; until what is to be shown comes with them, they are added to what was to be shown. */
  #expect(changes: Changes, gesture: number): void {
    const { objects, moved } = this.#target;
    this.#target = {
      ...this.#target,
      objects: applyChanges(objects, changes),
      moved: new Set([...moved, ...movedBoxIds(changes)]),
    };
    this.#events.onEdit(changes, gesture);
  }

  #draw(): void {
    this.#isWaiting = false;
    const { objects, preview, moved } = this.#target;
    this.#fixed = preview ?? new Set();
    this.#apply(objects, moved);
  }

  /** `moved`: the boxes whose arrows the editor leads. */
  #apply(objects: readonly CanvasObject[], moved: ReadonlySet<string>): void {
    const scene = this.#api.getSceneElementsIncludingDeleted();
    const led = ledArrows(objects, moved);
    const drawn = toExcalidraw(objects, this.#isFixed);
    const elements = mergeScene(scene, drawn, { keeps: (id) => led.has(id) });
    this.#shown = objects;
    if (elements) this.#api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
    this.#version = getSceneVersion(this.#api.getSceneElementsIncludingDeleted());
  }

  readonly #isFixed = (id: string): boolean => this.#fixed.has(id);
}

/** The arrows, with their labels, at boxes that have just been moved: their new ways are still to come. */
function ledArrows(objects: readonly CanvasObject[], moved: ReadonlySet<string>): Set<string> {
  if (moved.size === 0) return new Set();
  return new Set(
    objects.flatMap((object) => {
      if (object.__typename !== 'Connector') return [];
      return moved.has(object.fromId) || moved.has(object.toId) ? [object.id, textIdOf(object.id)] : [];
    }),
  );
}
