import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import { t } from '../../language/language.ts';
import { announce, dismiss } from '../../ui/messages/notice.ts';
import type { Editor } from '../editor/useEditor.ts';
import { newConnector } from './createObjects.ts';

/** Connects objects without the pointer. */
export type Connecting = {
  /** Whether the next object that is confirmed becomes the end of an arrow. */
  isUnderway: boolean;
  /** Connects the two selected objects, or begins an arrow at the only one. */
  connect(): void;
  /** Ends the arrow at the selected object. Returns whether it has. */
  confirm(): boolean;
  cancel(): void;
};

const topic = 'connecting';

export function useConnecting(editor: Editor | null): Connecting {
  const [from, setFrom] = useState<string | null>(null);
  const cancel = () => {
    setFrom(null);
    dismiss(topic);
  };
  return {
    isUnderway: from !== null,
    connect() {
      const [first, second] = editor?.state.selected ?? [];
      if (!editor || first === undefined) return;
      if (second !== undefined) {
        connect(editor, first, second);
        return;
      }
      setFrom(first);
      announce({ text: t('editing.connect.choose'), topic });
    },
    confirm() {
      const [to, ...others] = editor?.state.selected ?? [];
      if (!editor || from === null || to === undefined || to === from || others.length > 0) return false;
      if (!connect(editor, from, to)) return false;
      cancel();
      return true;
    },
    cancel,
  };
}

/** Whether what is selected can be connected: one or two boxes. */
export function canConnect({ sceneSync, state }: Editor): boolean {
  const selected = new Set(state.selected);
  const chosen = sceneSync.objects.filter(({ id }) => selected.has(id));
  return chosen.length > 0 && chosen.length < 3 && chosen.every(isBox);
}

function connect({ sceneSync }: Editor, fromId: string, toId: string): boolean {
  const { objects } = sceneSync;
  const connector = newConnector(uuid(), fromId, toId, objects);
  if (connector) sceneSync.perform([...objects, connector]);
  return connector !== null;
}
