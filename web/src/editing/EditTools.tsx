import {
  Circle,
  Diamond,
  Hand,
  LockOpen,
  MousePointer2,
  MoveUpRight,
  PanelTop,
  Redo2,
  Square,
  StickyNote,
  Type,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar, ToolbarButton, ToolbarIconButton } from '../controls/Toolbar.tsx';
import { Tooltip } from '../controls/Tooltip.tsx';
import type { Direction } from './steps.ts';
import { type Tool, takeTool } from './tools.ts';
import { useDrawingShortcuts } from './useDrawingShortcuts.ts';
import type { Editor } from './useEditor.ts';
import './editing.css';

const TOOLS: readonly { tool: Tool; label: string; icon: ReactNode }[] = [
  { tool: 'select', label: 'Select', icon: <MousePointer2 aria-hidden /> },
  { tool: 'move', label: 'Pan', icon: <Hand aria-hidden /> },
  { tool: 'rectangle', label: 'Box', icon: <Square aria-hidden /> },
  { tool: 'ellipse', label: 'Ellipse', icon: <Circle aria-hidden /> },
  { tool: 'diamond', label: 'Diamond', icon: <Diamond aria-hidden /> },
  { tool: 'sticky', label: 'Note', icon: <StickyNote aria-hidden /> },
  { tool: 'text', label: 'Text', icon: <Type aria-hidden /> },
  { tool: 'frame', label: 'Section', icon: <PanelTop aria-hidden /> },
  { tool: 'arrow', label: 'Arrow', icon: <MoveUpRight aria-hidden /> },
];

export type EditToolsProps = {
  editor: Editor;
  canUndo: boolean;
  canRedo: boolean;
  onRevert(direction: Direction): void;
};

/** What a person can draw, undo and redo. */
export function EditTools({ editor, canUndo, canRedo, onRevert }: EditToolsProps) {
  const { api, state } = editor;
  useDrawingShortcuts();
  return (
    <Toolbar className="edit-tools" label="Draw">
      {TOOLS.map(({ tool, label, icon }) => (
        <ToolbarIconButton
          key={tool}
          label={label}
          aria-pressed={state.tool === tool}
          onClick={() => takeTool(api, tool)}
        >
          {icon}
        </ToolbarIconButton>
      ))}
      <span className="edit-tools-gap" />
      {/* Not disabled, which would drop the focus after the last step. */}
      <ToolbarIconButton label="Undo" aria-disabled={!canUndo} onClick={() => canUndo && onRevert('undo')}>
        <Undo2 aria-hidden />
      </ToolbarIconButton>
      <ToolbarIconButton label="Redo" aria-disabled={!canRedo} onClick={() => canRedo && onRevert('redo')}>
        <Redo2 aria-hidden />
      </ToolbarIconButton>
      <UnlockAll editor={editor} />
    </Toolbar>
  );
}

/** Unlocks everything at once; single objects are unlocked at their marks. */
function UnlockAll({ editor: { sceneSync } }: { editor: Editor }) {
  const count = sceneSync.objects.filter(({ locked }) => locked).length;
  if (count === 0) return null;
  const unlock = () => sceneSync.perform(sceneSync.objects.map((object) => ({ ...object, locked: false })));
  return (
    <Tooltip text="Unlock all locked objects">
      <ToolbarButton className="icon-button edit-tools-text" onClick={unlock}>
        <LockOpen aria-hidden /> Unlock all {count}
      </ToolbarButton>
    </Tooltip>
  );
}
