import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Changes } from '../../scene/object.ts';
import { type Gesture, watchGestures } from './gestures.ts';
import { leadContents } from './leadContents.ts';
import { SceneSync, type SceneTarget } from './SceneSync.ts';
import { NEW_ITEMS, type Tool, takeTool, toolIn } from './tools.ts';

/** What the page offers for the editor's present state. */
export type EditorState = { tool: Tool; selected: readonly string[] };

export type Editor = {
  sceneSync: SceneSync;
  api: ExcalidrawImperativeAPI;
  state: EditorState;
};

export type EditorProps = SceneTarget & {
  onEdit(changes: Changes, gesture: Gesture): void;
  onNote(notes: readonly string[]): void;
};

const NOTHING: readonly string[] = [];
const IDLE: EditorState = { tool: 'select', selected: NOTHING };

/** Holds the editor and the objects together; null as long as the editor is not there. */
export function useEditor(api: ExcalidrawImperativeAPI | null, props: EditorProps): Editor | null {
  const [sceneSync, setSceneSync] = useState<SceneSync | null>(null);
  const [state, setState] = useState(IDLE);
  const onEdit = useEffectEvent(props.onEdit);
  const onNote = useEffectEvent(props.onNote);

  useEffect(() => {
    if (!api) return;
    const gestures = watchGestures(window, () => next.finishAnimation());
    const events = {
      onEdit: (changes: Changes, gesture: Gesture) => onEdit(changes, gesture),
      onNote: (notes: readonly string[]) => onNote(notes),
    };
    const next = new SceneSync(api, events, gestures);
    setSceneSync(next);
    api.updateScene({ appState: NEW_ITEMS });
    const stopListening = api.onChange((elements, appState) => {
      next.handleChange(elements, appState);
      const tool = toolIn(appState);
      // A tool that draws what a canvas can't hold is put away again.
      if (tool === null) takeTool(api, 'select');
      const selected = selectedIn(elements, appState);
      setState((previous) => nextState(previous, { tool: tool ?? 'select', selected }));
    });
    const stopLeading = leadContents(api, () => next.objects);
    return () => {
      stopListening();
      stopLeading();
      gestures.stop();
    };
  }, [api]);

  const { objects, added, deleted, moved } = props;
  useEffect(() => {
    sceneSync?.show({ objects, added, deleted, moved });
  }, [sceneSync, objects, added, deleted, moved]);

  return api && sceneSync && { sceneSync, api, state };
}

function selectedIn(
  elements: readonly ExcalidrawElement[],
  { selectedElementIds: chosen }: AppState,
): readonly string[] {
  // While nothing is selected, moving the view costs nothing here.
  if (Object.keys(chosen).length === 0) return NOTHING;
  return elements.flatMap(({ id, isDeleted }) => (chosen[id] && !isDeleted ? [id] : []));
}

/** The next state; the previous one when nothing is different, so that nothing is rendered. */
function nextState(previous: EditorState, next: EditorState): EditorState {
  const isSame = next.tool === previous.tool && next.selected.join() === previous.selected.join();
  return isSame ? previous : next;
}
