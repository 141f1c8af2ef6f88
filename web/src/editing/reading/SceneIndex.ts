import type { ExcalidrawElement, ExcalidrawTextElement } from '@excalidraw/excalidraw/element/types';
import { firstCharacters, isLongerThan } from '../../../../src/canvas/model/cutText.ts';
import { maxTextLength } from '../../../../src/canvas/model/limits.ts';
import { t } from '../../language/language.ts';
import { textIdOf, toExcalidraw } from '../../scene/excalidraw.ts';
import type { CanvasObject, Shape } from '../../scene/object.ts';

const FONT_SIZES = { least: 4, most: 400 };

/** What a person is told about what they did and a canvas can't hold. */
type NoteName = 'text' | 'looseArrow' | 'foreign' | 'turned';

type Writing = Pick<Shape, 'text' | 'lines' | 'fontSize'>;
type Text = ExcalidrawTextElement | undefined;

/** A scene by its ids, beside the drawing that it was made of. */
export class SceneIndex {
  /** What is in the scene. */
  readonly elements: ReadonlyMap<string, ExcalidrawElement>;
  /** What was drawn. */
  readonly drawn: ReadonlyMap<string, ExcalidrawElement>;
  readonly #texts = new Map<string, ExcalidrawTextElement>();
  readonly #notes = new Set<string>();
  #front: number;
  #back: number;

  constructor(elements: readonly ExcalidrawElement[], shown: readonly CanvasObject[]) {
    const present = elements.filter(({ isDeleted }) => !isDeleted);
    this.elements = new Map(present.map((element) => [element.id, element]));
    this.drawn = new Map(toExcalidraw(shown).map((element) => [element.id, element]));
    for (const element of present) {
      if (element.type === 'text' && element.containerId) this.#texts.set(element.containerId, element);
    }
    this.#front = shown.reduce((front, { zIndex }) => Math.max(front, zIndex), -1);
    this.#back = shown.reduce((back, { zIndex }) => Math.min(back, zIndex), 0);
  }

  get notes(): readonly string[] {
    return [...this.#notes];
  }

  note(name: NoteName): void {
    this.#notes.add(t(`editing.note.${name}`, { count: maxTextLength }));
  }

  /** Whether a user has turned something, which a canvas can't hold. They are told. */
  isTurned(id: string): boolean {
    const isTurned = this.elements.get(id)?.angle !== 0 && this.elements.has(id);
    if (isTurned) this.note('turned');
    return isTurned;
  }

  /** The next place in the drawing order, before everything. */
  nextInFront(): number {
    this.#front += 1;
    return this.#front;
  }

  /** The next place in the drawing order, behind everything. */
  nextBehind(): number {
    this.#back -= 1;
    return this.#back;
  }

  /** The text in a shape, a frame or on an arrow, or the label beside it. */
  textOf(id: string): Text {
    const beside = this.elements.get(textIdOf(id));
    return this.#texts.get(id) ?? (beside?.type === 'text' ? beside : undefined);
  }

  /** Text and how it is set. What has no text element has no text, unless none was drawn for it either. */
  writing(id: string, element: Text, before: Writing): Writing {
    if (!element && !this.drawn.has(textIdOf(id))) return before;
    const text = this.words(element, before.text);
    if (!element || text === '') return { text: '', lines: [], fontSize: before.fontSize };
    const fontSize = Math.min(FONT_SIZES.most, Math.max(FONT_SIZES.least, element.fontSize));
    const lines = element.text === before.lines.join('\n') ? before.lines : element.text.split('\n');
    return { text, lines, fontSize };
  }

  words(element: Text, before: string): string {
    if (!element) return '';
    if (element.originalText === before) return before;
    const text = element.originalText.trim();
    if (!isLongerThan(text, maxTextLength)) return text;
    this.note('text');
    return firstCharacters(text, maxTextLength).trimEnd();
  }
}
