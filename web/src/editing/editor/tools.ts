import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { palette } from '../../scene/palette.ts';

/** What a person can do with the pointer. */
export type Tool =
  | 'select'
  | 'move'
  | 'rectangle'
  | 'ellipse'
  | 'diamond'
  | 'sticky'
  | 'text'
  | 'frame'
  | 'arrow';

/** The editor's own tools that draw what a canvas can hold. */
const EDITOR_TOOLS = {
  select: 'selection',
  move: 'hand',
  rectangle: 'rectangle',
  ellipse: 'ellipse',
  diamond: 'diamond',
  sticky: 'rectangle',
  text: 'text',
  frame: 'rectangle',
  arrow: 'arrow',
} as const;

/** The editor's tools that a key may choose. */
const BY_KEY = new Set(['selection', 'hand', 'rectangle', 'ellipse', 'diamond', 'text', 'arrow', 'eraser']);

const { NEUTRAL } = palette;
const PAINT = {
  sticky: { currentItemStrokeColor: 'transparent', currentItemBackgroundColor: palette.YELLOW.sticky },
  frame: { currentItemStrokeColor: NEUTRAL.frameStroke, currentItemBackgroundColor: NEUTRAL.frameFill },
  text: { currentItemStrokeColor: NEUTRAL.text, currentItemBackgroundColor: 'transparent' },
  other: { currentItemStrokeColor: NEUTRAL.stroke, currentItemBackgroundColor: NEUTRAL.fill },
};

/** How things are drawn that come from the editor's tools: as those that come from a plan. */
export const NEW_ITEMS = {
  ...PAINT.other,
  currentItemFillStyle: 'solid',
  currentItemStrokeWidth: 1.5,
  currentItemStrokeStyle: 'solid',
  currentItemRoughness: 0,
  currentItemOpacity: 100,
  // Nunito.
  currentItemFontFamily: 6,
  currentItemFontSize: 16,
  currentItemTextAlign: 'center',
  currentItemStartArrowhead: null,
  currentItemEndArrowhead: 'triangle',
  currentItemRoundness: 'round',
  currentItemArrowType: 'sharp',
} satisfies Partial<AppState>;

/** Takes up a tool. */
export function takeTool(api: ExcalidrawImperativeAPI, tool: Tool): void {
  const paint = tool in PAINT ? PAINT[tool as keyof typeof PAINT] : PAINT.other;
  api.updateScene({ appState: { ...NEW_ITEMS, ...paint } });
  api.setActiveTool({ type: EDITOR_TOOLS[tool] });
}

type ToolState = Pick<AppState, 'activeTool' | 'currentItemBackgroundColor' | 'currentItemStrokeColor'>;

/** The tool in use, or null for one that draws what a canvas can't hold. */
export function toolIn({ activeTool, currentItemBackgroundColor }: ToolState): Tool | null {
  const { type } = activeTool;
  if (!BY_KEY.has(type)) return null;
  if (type === 'rectangle') {
    if (currentItemBackgroundColor === PAINT.sticky.currentItemBackgroundColor) return 'sticky';
    if (currentItemBackgroundColor === PAINT.frame.currentItemBackgroundColor) return 'frame';
    return 'rectangle';
  }
  if (type === 'selection' || type === 'eraser') return 'select';
  return type === 'hand' ? 'move' : (type as Tool);
}

/** Whether the person is in the middle of something: typing, dragging, drawing. */
export function isBusy(state: AppState): boolean {
  return (
    state.newElement !== null ||
    state.multiElement !== null ||
    state.resizingElement !== null ||
    state.selectionElement !== null ||
    state.editingTextElement !== null ||
    state.selectedElementsAreBeingDragged ||
    state.isResizing ||
    state.isRotating ||
    state.cursorButton === 'down'
  );
}
