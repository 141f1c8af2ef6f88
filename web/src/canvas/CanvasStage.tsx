import { Excalidraw } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import '@excalidraw/excalidraw/index.css';
import {
  type RefObject,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { type Editor, useEditor } from '../editing/editor/useEditor.ts';
import { drawingIn, useKeptFocus } from '../editing/keys/drawingFocus.ts';
import { handleStageKey } from '../editing/keys/stageKeys.ts';
import { takesTyping } from '../editing/keys/typing.ts';
import { usePageKeys } from '../editing/keys/usePageKeys.ts';
import { useUndoKeys } from '../editing/keys/useUndoKeys.ts';
import { JobMarks } from '../editing/marks/JobMarks.tsx';
import { LockBadges } from '../editing/marks/LockBadges.tsx';
import { type Connecting, useConnecting } from '../editing/objects/useConnecting.ts';
import { useLockedShapes } from '../editing/objects/useLockedShapes.ts';
import type { Direction } from '../editing/session/requests.ts';
import { EditNotices } from '../editing/toolbar/EditNotices.tsx';
import { EditTools } from '../editing/toolbar/EditTools.tsx';
import { SelectionTools } from '../editing/toolbar/SelectionTools.tsx';
import type { StageEditing } from '../editing/useCanvasEditing.ts';
import { currentLanguage, t } from '../language/language.ts';
import type { CanvasObject } from '../scene/object.ts';
import { useTheme } from '../ui/theme.ts';
import { ComparisonMarks } from '../versions/comparing/ComparisonMarks.tsx';
import type { Comparison } from '../versions/comparing/compareVersions.ts';
import { useFollowingView } from './useFollowingView.ts';
import { ZoomControls } from './ZoomControls.tsx';

const uiOptions = {
  canvasActions: { toggleTheme: false, export: false as const, saveAsImage: false, loadScene: false },
  tools: { image: false },
};

export type StageProps = {
  objects: readonly CanvasObject[];
  /** Null for a read-only canvas. */
  editing: StageEditing | null;
  /** What is marked as different between two versions. */
  comparison?: Comparison | null;
};

const noIds: ReadonlySet<string> = new Set();
const readOnly = {
  added: noIds,
  changed: noIds,
  deleted: noIds,
  moved: noIds,
  onEdit: () => undefined,
  onNote: () => undefined,
};

/** Draws the objects and edits them. The view follows the objects until the user moves it. */
export function CanvasStage({ objects, editing, comparison = null }: StageProps) {
  const [loading, setLoading] = useState<ExcalidrawImperativeAPI | null>(null);
  const [ready, setReady] = useState(false);
  // The same at each rendering: the editor is rendered only when one of its properties changes.
  const markReady = useCallback(() => setReady(true), []);
  const stage = useRef<HTMLDivElement>(null);
  // The editor provides its API before it loads its empty scene, which would replace ours.
  const api = ready ? loading : null;
  const theme = useTheme();
  const editor = useEditor(api, {
    objects,
    ...(editing ?? readOnly),
    ...(comparison && { deleted: comparison.deleted }),
  });
  // After the effects above, so that the view fits the new scene.
  const [follows, setFollows] = useFollowingView(api, objects, stage);

  const selected = editor?.state.selected;
  const onSelect = useEffectEvent((ids: readonly string[]) => editing?.onSelect?.(ids));
  useEffect(() => {
    if (selected) onSelect(selected);
  }, [selected]);

  const [announcement, announce] = useState('');
  const onFocus = useKeptFocus(stage);
  const connecting = useConnecting(editor);
  useDrawingName(stage, api !== null);
  useTypedLetters(stage, editing !== null && editor !== null && takesTyping(editor));
  usePageKeys(stage);
  const revert = (direction: Direction) => {
    // Read the latest change first, so that it is undone first; do nothing during a gesture.
    if (editing && editor?.sceneSync.readNow()) editing.onRevert(direction);
  };
  useUndoKeys(revert);
  const lockedShapes = useLockedShapes(editing && editor);

  /** Stops following when the user works on the drawing, but not when they use the tools above it. */
  const release = ({ target }: SyntheticEvent) => {
    if (target instanceof Element && target.closest('.excalidraw')) setFollows(null);
  };
  return (
    <div
      ref={stage}
      className="stage"
      onWheelCapture={release}
      onPointerDownCapture={release}
      onFocusCapture={onFocus}
      onKeyDownCapture={(event) =>
        handleStageKey(event, {
          editor: editing && editor,
          connecting,
          isFixed: (id) => editing?.added.has(id) ?? false,
          announce,
        })
      }
      {...lockedShapes}
      onContextMenuCapture={stop}
      onDropCapture={stop}
    >
      {editor && editing && <EditBar {...{ editor, editing, connecting }} onRevert={revert} />}
      <Excalidraw
        excalidrawAPI={setLoading}
        onChange={markReady}
        // It sets the language of the document, too.
        langCode={currentLanguage() === 'de' ? 'de-DE' : 'en'}
        theme={theme}
        viewModeEnabled={editing === null}
        zenModeEnabled
        aiEnabled={false}
        detectScroll={false}
        handleKeyboardGlobally={false}
        UIOptions={uiOptions}
      />
      {api && editing && <JobMarks api={api} objects={objects} {...jobChanges(editing)} />}
      {api && comparison && <ComparisonMarks api={api} comparison={comparison} />}
      {editor && editing && <LockBadges editor={editor} />}
      <output className="visually-hidden">{announcement}</output>
      {api && <ZoomControls api={api} follows={follows} onFollow={setFollows} />}
    </div>
  );
}

/** Names the drawing for screen readers, with the keys to go through it. */
function useDrawingName(stage: RefObject<HTMLElement | null>, isReady: boolean): void {
  const [name, description] = [t('editing.walk.drawing'), t('editing.walk.keys')];
  useEffect(() => {
    const drawing = drawingIn(stage.current);
    if (!drawing || !isReady) return;
    drawing.setAttribute('role', 'application');
    drawing.setAttribute('aria-label', name);
    drawing.setAttribute('aria-description', description);
  }, [stage, isReady, name, description]);
}

/** Marks the drawing while letters are typed into an object there: they are no shortcuts of the page. */
function useTypedLetters(stage: RefObject<HTMLElement | null>, takesLetters: boolean): void {
  useEffect(() => {
    drawingIn(stage.current)?.toggleAttribute('data-takes-letters', takesLetters);
  }, [stage, takesLetters]);
}

const jobChanges = ({ added, changed, deleted }: StageEditing) => ({ added, changed, deleted });

type EditBarProps = {
  editor: Editor;
  editing: StageEditing;
  connecting: Connecting;
  onRevert(direction: Direction): void;
};

function EditBar({ editor, editing, connecting, onRevert }: EditBarProps) {
  const { canUndo, canRedo } = editing;
  return (
    <div className="edit-bar">
      <EditTools {...{ editor, connecting, canUndo, canRedo, onRevert }} />
      <SelectionTools editor={editor} connecting={connecting} />
      <EditNotices notices={editing.notices} onDismiss={editing.onDismiss} />
    </div>
  );
}

/** Prevents editor actions whose results a canvas can't hold. */
function stop(event: SyntheticEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
