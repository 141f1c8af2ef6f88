import { Excalidraw } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import '@excalidraw/excalidraw/index.css';
import {
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { useTheme } from '../app/theme.ts';
import { deleteSelected } from '../editing/deleteSelected.ts';
import { EditNotices } from '../editing/EditNotices.tsx';
import { EditTools } from '../editing/EditTools.tsx';
import { isOffered } from '../editing/keys.ts';
import { LockBadges } from '../editing/LockBadges.tsx';
import { SelectionTools } from '../editing/SelectionTools.tsx';
import type { Direction } from '../editing/steps.ts';
import { type Editor, useEditor } from '../editing/useEditor.ts';
import { usePageKeys } from '../editing/usePageKeys.ts';
import { useUndoKeys } from '../editing/useUndoKeys.ts';
import type { CanvasObject, Changes } from './object.ts';
import { fitToObjects } from './view.ts';
import { ZoomControls } from './ZoomControls.tsx';

/** Least time between two moves of the view while objects stream in, in ms. */
const FIT_EVERY = 350;

/** Longer than the editor waits before it takes in its new size, in ms. */
const RESIZE_DELAY = 150;

const UI_OPTIONS = {
  canvasActions: { toggleTheme: false, export: false as const, saveAsImage: false, loadScene: false },
  tools: { image: false },
};

/** What a person may do to the canvas on the stage. */
export type StageEditing = {
  /** The objects that a running job shows. */
  preview: ReadonlySet<string>;
  /** Boxes whose new places are not saved yet. */
  moved: ReadonlySet<string>;
  notices: readonly string[];
  canUndo: boolean;
  canRedo: boolean;
  /** Changes of one gesture are one step. */
  onEdit(changes: Changes, gesture: number): void;
  /** One step is undone or redone. */
  onRevert(direction: Direction): void;
  onNote(notice: string): void;
  onDismiss(): void;
  /** Told what is selected, by the ids that it has here. */
  onSelect?(ids: readonly string[]): void;
};

/** `editing` is null where the canvas is only to be looked at. */
export type StageProps = { objects: readonly CanvasObject[]; editing: StageEditing | null };

const NOTHING: ReadonlySet<string> = new Set();
const LOOKING = { preview: null, moved: NOTHING, onEdit: () => undefined, onNote: () => undefined };

/** Draws the objects, and lets them be edited. The view follows them as they grow until the person moves it. */
export function CanvasStage({ objects, editing }: StageProps) {
  const [loading, setLoading] = useState<ExcalidrawImperativeAPI | null>(null);
  const [ready, setReady] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  // The editor hands itself out before it has loaded its empty scene, which would replace ours.
  const api = ready ? loading : null;
  const theme = useTheme();
  const editor = useEditor(api, { objects, ...(editing ?? LOOKING) });
  // After the effects above: it is the new scene that the view fits to.
  const [follows, setFollows] = useFollowingView(api, objects, stage);

  const selected = editor?.state.selected;
  const onSelect = useEffectEvent((ids: readonly string[]) => editing?.onSelect?.(ids));
  useEffect(() => {
    if (selected) onSelect(selected);
  }, [selected]);

  usePageKeys(stage);
  const revert = (direction: Direction) => {
    // What the person has just done is undone first, and nothing in the middle of what they do.
    if (editing && editor?.keeper.readNow()) editing.onRevert(direction);
  };
  useUndoKeys(revert);

  /** Whoever touches the drawing decides what is in view; the tools above it don't move it. */
  const release = ({ target }: SyntheticEvent) => {
    if (target instanceof Element && target.closest('.excalidraw')) setFollows(false);
  };
  return (
    <div
      ref={stage}
      className="stage"
      onWheelCapture={release}
      onPointerDownCapture={release}
      onKeyDownCapture={(event) => onKey(event, editing && editor)}
      onContextMenuCapture={stop}
      onDropCapture={stop}
    >
      <Excalidraw
        excalidrawAPI={setLoading}
        onChange={() => setReady(true)}
        theme={theme}
        viewModeEnabled={editing === null}
        zenModeEnabled
        aiEnabled={false}
        detectScroll={false}
        handleKeyboardGlobally={false}
        UIOptions={UI_OPTIONS}
      />
      {editor && editing && <LockBadges editor={editor} />}
      {editor && editing && <EditBar editor={editor} editing={editing} onRevert={revert} />}
      {api && <ZoomControls api={api} follows={follows} onFollow={setFollows} />}
    </div>
  );
}

type EditBarProps = { editor: Editor; editing: StageEditing; onRevert(direction: Direction): void };

function EditBar({ editor, editing, onRevert }: EditBarProps) {
  const { canUndo, canRedo } = editing;
  return (
    <div className="edit-bar">
      <EditTools editor={editor} canUndo={canUndo} canRedo={canRedo} onRevert={onRevert} />
      <SelectionTools editor={editor} />
      <EditNotices notices={editing.notices} onDismiss={editing.onDismiss} />
    </div>
  );
}

/** Keeps from the editor what it would do beyond what a canvas can hold. */
function stop(event: SyntheticEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Deleting is done here: it is one step, with the arrows at what is deleted. */
function onKey(event: KeyboardEvent, editor: Editor | null): void {
  if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) return;
  if (editor && (event.key === 'Delete' || event.key === 'Backspace')) {
    stop(event);
    deleteSelected(editor);
  }
  if (!isOffered(event.nativeEvent)) event.stopPropagation();
}

/** Moves the view with the objects as they grow, and with the size of the stage, as long as it is to follow them. */
function useFollowingView(
  api: ExcalidrawImperativeAPI | null,
  objects: readonly CanvasObject[],
  stage: RefObject<HTMLElement | null>,
) {
  const [follows, setFollows] = useState(true);
  const fitted = useRef(0);
  useEffect(() => {
    if (!api || !follows || objects.length === 0) return;
    const wait = Math.max(0, fitted.current + FIT_EVERY - performance.now());
    const timer = setTimeout(() => {
      fitToObjects(api, { animate: fitted.current > 0 });
      fitted.current = performance.now();
    }, wait);
    return () => clearTimeout(timer);
  }, [api, follows, objects]);
  useEffect(() => {
    if (!api || !follows) return;
    const fit = () => fitToObjects(api, { animate: false });
    // After the editor itself, which takes in its new size with a delay.
    const observer = new ResizeObserver(() => setTimeout(fit, RESIZE_DELAY));
    if (stage.current) observer.observe(stage.current);
    return () => observer.disconnect();
  }, [api, follows, stage]);
  return [follows, setFollows] as const;
}
