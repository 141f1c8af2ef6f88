import { CaptureUpdateAction, getSceneVersion } from '@excalidraw/excalidraw';
import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import {
  applyChanges,
  diffObjects,
  isEmpty,
  movedBoxIds,
} from '../../../../src/canvas/model/changes/changeSet.ts';
import { textIdOf, toExcalidraw } from '../../scene/excalidraw.ts';
import type { CanvasObject, Changes } from '../../scene/object.ts';
import { readScene } from '../reading/readScene.ts';
import { type Animation, animateScene } from './animateScene.ts';
import type { Gesture, Gestures } from './gestures.ts';
import { mergeScene } from './mergeScene.ts';
import { isBusy } from './tools.ts';

/** What the editor shall show. */
export type SceneTarget = {
  objects: readonly CanvasObject[];
  /** Objects that a running job adds. They can't be selected. */
  added: ReadonlySet<string>;
  /** Objects that a running job deletes. They are drawn faded. */
  deleted: ReadonlySet<string>;
  /** Boxes whose moves are not saved yet: until they are, the editor routes their arrows. */
  moved: ReadonlySet<string>;
};

export type SceneEvents = {
  /** Changes of the same gesture are one undo step. */
  onEdit(changes: Changes, gesture: Gesture): void;
  onNote(notes: readonly string[]): void;
};

/**
 * Keeps the editor's scene and the objects in step: draws the objects, and reports the user's changes of the scene.
 * While the user types or drags, it changes nothing.
 */
export class SceneSync {
  readonly #api: ExcalidrawImperativeAPI;
  readonly #events: SceneEvents;
  readonly #gestures: Gestures;
  #target: SceneTarget = { objects: [], added: new Set(), deleted: new Set(), moved: new Set() };
  #shown: readonly CanvasObject[] = [];
  #fixed: ReadonlySet<string> = new Set();
  #faded: ReadonlySet<string> = new Set();
  #version = -1;
  #isWaiting = false;
  #animation: Animation | null = null;

  constructor(api: ExcalidrawImperativeAPI, events: SceneEvents, gestures: Gestures) {
    this.#api = api;
    this.#events = events;
    this.#gestures = gestures;
  }

  /** The objects that the scene shows. */
  get objects(): readonly CanvasObject[] {
    return this.#shown;
  }

  /** Draws this as soon as the user neither types nor drags. */
  show(target: SceneTarget): void {
    this.#target = target;
    this.#isWaiting = true;
    this.readNow();
  }

  /** Reads the user's changes up to now. Returns whether the user neither types nor drags. */
  readNow(): boolean {
    const state = this.#api.getAppState();
    this.handleChange(this.#api.getSceneElementsIncludingDeleted(), state);
    return !isBusy(state);
  }

  /** Handles a change of the editor's state. */
  handleChange(elements: readonly ExcalidrawElement[], state: AppState): void {
    if (isBusy(state)) return;
    if (getSceneVersion(elements) !== this.#version && this.#version !== -1) this.#read(elements);
    if (this.#isWaiting) this.#draw();
  }

  /** Ends a running animation: the user takes hold of things where they will be. */
  finishAnimation(): void {
    this.#animation?.finish();
    this.#animation = null;
  }

  /** Changes the objects, as one undo step. */
  perform(objects: readonly CanvasObject[]): void {
    const changes = diffObjects(this.#shown, objects);
    if (isEmpty(changes)) return;
    this.#apply(objects, this.#target.moved);
    this.#report(changes, this.#gestures.begin());
  }

  #read(elements: readonly ExcalidrawElement[]): void {
    const { objects, notes } = readScene(elements, this.#shown, this.#isFixed);
    const changes = diffObjects(this.#shown, objects);
    // Removes what a canvas can't hold.
    const moved = new Set([...this.#target.moved, ...movedBoxIds(changes)]);
    this.#apply(objects, moved);
    if (!isEmpty(changes)) this.#report(changes, this.#gestures.current());
    if (notes.length > 0) this.#events.onNote(notes);
    // Undo and redo use the versions of the canvas, not the editor's own history.
    this.#api.history.clear();
  }

  /** Reports changes. Until the next target includes them, they are applied to the present one. */
  #report(changes: Changes, gesture: Gesture): void {
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
    const { objects, added, deleted, moved } = this.#target;
    this.#fixed = added;
    this.#faded = deleted;
    this.#apply(objects, moved, { animate: true });
  }

  /** `moved`: the boxes whose arrows the editor routes. */
  #apply(
    objects: readonly CanvasObject[],
    moved: ReadonlySet<string>,
    { animate }: { animate: boolean } = { animate: false },
  ): void {
    this.#animation?.cancel();
    this.#animation = null;
    const scene = this.#api.getSceneElementsIncludingDeleted();
    const kept = arrowsAtMoved(objects, moved);
    const drawn = toExcalidraw(objects, { isFixed: this.#isFixed, isFaded: (id) => this.#faded.has(id) });
    const elements = mergeScene(scene, drawn, { keeps: (id) => kept.has(id) });
    this.#shown = objects;
    if (elements && animate) this.#animation = animateScene(scene, elements, this.#show);
    else this.#show(elements);
  }

  /** Null: the scene stays as it is. */
  readonly #show = (elements: readonly ExcalidrawElement[] | null): void => {
    if (elements) this.#api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
    this.#version = getSceneVersion(this.#api.getSceneElementsIncludingDeleted());
  };

  readonly #isFixed = (id: string): boolean => this.#fixed.has(id);
}

/** Ids of the arrows at moved boxes, and of their labels: the server has not routed them yet. */
function arrowsAtMoved(objects: readonly CanvasObject[], moved: ReadonlySet<string>): Set<string> {
  if (moved.size === 0) return new Set();
  return new Set(
    objects.flatMap((object) => {
      if (object.__typename !== 'Connector') return [];
      return moved.has(object.fromId) || moved.has(object.toId) ? [object.id, textIdOf(object.id)] : [];
    }),
  );
}
