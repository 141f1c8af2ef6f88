import { CaptureUpdateAction, getSceneVersion } from '@excalidraw/excalidraw';
import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { textIdOf, toExcalidraw } from '../canvas/excalidraw.ts';
import type { CanvasObject } from '../canvas/object.ts';
import { type Changes, changesBetween, isEmpty, movedBy, withChanges } from './changes.ts';
import { mergeScene } from './mergeScene.ts';
import { readScene } from './readScene.ts';
import { isBusy } from './tools.ts';

/** What the editor is to show. */
export type SceneTarget = {
  objects: readonly CanvasObject[];
  /** The same without what a running job shows, which is still to come. */
  settled: readonly CanvasObject[];
  /** The objects that a running job shows: nobody can take hold of them. Null: all this is only to be looked at. */
  preview: ReadonlySet<string> | null;
  /** Boxes whose new places are not saved yet; the editor leads their arrows until they are. */
  moved: ReadonlySet<string>;
};

export type SceneEvents = { onEdit(changes: Changes): void; onNote(notice: string): void };

/**
 * Holds the editor's scene and the objects together: shows the objects, and tells what the person makes of them.
 * It never takes anything out of the person's hands: while they type or drag it waits.
 */
export class SceneKeeper {
  readonly #api: ExcalidrawImperativeAPI;
  readonly #events: SceneEvents;
  #target: SceneTarget = { objects: [], settled: [], preview: new Set(), moved: new Set() };
  #shown: readonly CanvasObject[] = [];
  #fixed: ReadonlySet<string> = new Set();
  #version = -1;
  #isWaiting = false;
  /** How what a running job shows was before; null when it was not there. Empty when no job is running. */
  readonly #generation = new Map<string, CanvasObject | null>();

  constructor(api: ExcalidrawImperativeAPI, events: SceneEvents) {
    this.#api = api;
    this.#events = events;
  }

  /** What the scene shows. */
  get objects(): readonly CanvasObject[] {
    return this.#shown;
  }

  /** Shows this as soon as the person's hands are free. */
  show(target: SceneTarget): void {
    this.#target = target;
    this.#isWaiting = true;
    this.heard(this.#api.getSceneElementsIncludingDeleted(), this.#api.getAppState());
  }

  /** Takes in that the editor's state has changed. */
  heard(elements: readonly ExcalidrawElement[], state: AppState): void {
    if (isBusy(state)) return;
    if (getSceneVersion(elements) !== this.#version && this.#version !== -1) this.#read(elements);
    if (this.#isWaiting) this.#draw();
  }

  /** Changes what is shown, as something that the person has done and the editor can undo. */
  perform(objects: readonly CanvasObject[]): void {
    const changes = changesBetween(this.#shown, objects);
    if (isEmpty(changes)) return;
    this.#apply(objects, CaptureUpdateAction.IMMEDIATELY, this.#target.moved);
    this.#expect(changes);
  }

  #read(elements: readonly ExcalidrawElement[]): void {
    const { objects, notes } = readScene(elements, this.#shown, this.#isFixed);
    const changes = changesBetween(this.#shown, objects);
    // What the canvas can't hold is taken away again.
    const moved = new Set([...this.#target.moved, ...movedBy(changes)]);
    this.#apply(objects, CaptureUpdateAction.NEVER, moved);
    for (const note of notes) this.#events.onNote(note);
    if (!isEmpty(changes)) this.#expect(changes);
  }

  /** Tells of changes; until what is to be shown comes with them, they are added to what was to be shown. */
  #expect(changes: Changes): void {
    const { objects, moved } = this.#target;
    this.#target = {
      ...this.#target,
      objects: withChanges(objects, changes),
      moved: new Set([...moved, ...movedBy(changes)]),
    };
    this.#events.onEdit(changes);
  }

  #draw(): void {
    this.#isWaiting = false;
    const { objects, settled, preview, moved } = this.#target;
    this.#fixed = preview ?? new Set();
    const saved = new Map(settled.map((object) => [object.id, object]));
    for (const id of this.#fixed) {
      if (!this.#generation.has(id)) this.#generation.set(id, saved.get(id) ?? null);
    }
    if (preview?.size === 0 && this.#generation.size > 0) this.#land(objects);
    else this.#apply(objects, CaptureUpdateAction.NEVER, moved);
  }

  /** Makes all of a job's work one step of the editor's history. */
  #land(objects: readonly CanvasObject[]): void {
    const before = this.#shown.flatMap((object) => {
      const former = this.#generation.get(object.id);
      return former === undefined ? [object] : former === null ? [] : [former];
    });
    this.#generation.clear();
    this.#apply(before, CaptureUpdateAction.NEVER, this.#target.moved);
    this.#apply(objects, CaptureUpdateAction.IMMEDIATELY, this.#target.moved);
  }

  /** `moved`: the boxes whose arrows the editor leads. */
  #apply(objects: readonly CanvasObject[], captureUpdate: Capture, moved: ReadonlySet<string>): void {
    const scene = this.#api.getSceneElementsIncludingDeleted();
    const led = ledArrows(objects, moved);
    const drawn = toExcalidraw(objects, this.#isFixed);
    const elements = mergeScene(scene, drawn, { keeps: (id) => led.has(id) });
    this.#shown = objects;
    if (elements) this.#api.updateScene({ elements, captureUpdate });
    this.#version = getSceneVersion(this.#api.getSceneElementsIncludingDeleted());
  }

  readonly #isFixed = (id: string): boolean => this.#fixed.has(id);
}

type Capture = (typeof CaptureUpdateAction)[keyof typeof CaptureUpdateAction];

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
