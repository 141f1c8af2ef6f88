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
import type { MouseEvent, ReactNode } from 'react';
import { Toolbar, ToolbarButton, ToolbarIconButton } from '../../controls/Toolbar.tsx';
import { Tooltip } from '../../controls/Tooltip.tsx';
import { formatNumber } from '../../language/formats.ts';
import { t } from '../../language/language.ts';
import { fitToElements } from '../../scene/view.ts';
import { useCommands } from '../../ui/keyboard/commands.ts';
import { type Tool, takeTool } from '../editor/tools.ts';
import type { Editor } from '../editor/useEditor.ts';
import { focusDrawing } from '../keys/drawingFocus.ts';
import { useDrawingShortcuts } from '../keys/useDrawingShortcuts.ts';
import { isPlacing } from '../objects/createObjects.ts';
import { deleteSelected } from '../objects/deleteSelected.ts';
import { placeObject } from '../objects/placeObject.ts';
import { type Connecting, canConnect } from '../objects/useConnecting.ts';
import type { Direction } from '../session/requests.ts';
import './toolbar.css';

const TOOLS: readonly { tool: Tool; icon: ReactNode }[] = [
  { tool: 'select', icon: <MousePointer2 aria-hidden /> },
  { tool: 'move', icon: <Hand aria-hidden /> },
  { tool: 'rectangle', icon: <Square aria-hidden /> },
  { tool: 'ellipse', icon: <Circle aria-hidden /> },
  { tool: 'diamond', icon: <Diamond aria-hidden /> },
  { tool: 'sticky', icon: <StickyNote aria-hidden /> },
  { tool: 'text', icon: <Type aria-hidden /> },
  { tool: 'frame', icon: <PanelTop aria-hidden /> },
  { tool: 'arrow', icon: <MoveUpRight aria-hidden /> },
];

export type EditToolsProps = {
  editor: Editor;
  connecting: Connecting;
  canUndo: boolean;
  canRedo: boolean;
  onRevert(direction: Direction): void;
};

/** What a person can draw, undo and redo. */
export function EditTools({ editor, connecting, canUndo, canRedo, onRevert }: EditToolsProps) {
  const { api, state } = editor;
  useDrawingShortcuts({
    ...toolCommands(api),
    selectAll: () => selectAll(editor),
    ...(canUndo && { undo: () => onRevert('undo') }),
    ...(canRedo && { redo: () => onRevert('redo') }),
    ...(state.selected.length > 0 && { delete: () => deleteSelected(editor) }),
    ...(canConnect(editor) && { connect: () => connectOnDrawing(connecting) }),
    fit: () => fitToElements(api, api.getSceneElements(), { animate: true }),
  });
  /** By keyboard, a tool that is chosen already places an object. */
  const choose = (tool: Tool, { detail, currentTarget }: MouseEvent) => {
    if (detail > 0 || state.tool !== tool || !isPlacing(tool)) return takeTool(api, tool);
    placeObject(editor, tool);
    focusDrawing(currentTarget.closest('.stage'));
  };
  return (
    <Toolbar className="edit-tools" label={t('editing.draw')}>
      {TOOLS.map(({ tool, icon }) => (
        <ToolbarIconButton
          key={tool}
          label={t(`editing.tool.${tool}`)}
          aria-pressed={state.tool === tool}
          onClick={(event) => choose(tool, event)}
        >
          {icon}
        </ToolbarIconButton>
      ))}
      <span className="edit-tools-gap" />
      {/* Not disabled, which would drop the focus after the last step. */}
      <ToolbarIconButton
        label={t('editing.undo')}
        aria-disabled={!canUndo}
        onClick={() => canUndo && onRevert('undo')}
      >
        <Undo2 aria-hidden />
      </ToolbarIconButton>
      <ToolbarIconButton
        label={t('editing.redo')}
        aria-disabled={!canRedo}
        onClick={() => canRedo && onRevert('redo')}
      >
        <Redo2 aria-hidden />
      </ToolbarIconButton>
      <UnlockAll editor={editor} />
    </Toolbar>
  );
}

/** The keys that choose the other end are pressed on the drawing. */
function connectOnDrawing(connecting: Connecting): void {
  connecting.connect();
  focusDrawing(document.querySelector('.stage'));
}

/** Each drawing tool, as a command. */
const toolCommands = (api: Editor['api']) => ({
  select: () => takeTool(api, 'select'),
  pan: () => takeTool(api, 'move'),
  box: () => takeTool(api, 'rectangle'),
  ellipse: () => takeTool(api, 'ellipse'),
  diamond: () => takeTool(api, 'diamond'),
  text: () => takeTool(api, 'text'),
  arrow: () => takeTool(api, 'arrow'),
});

function selectAll({ api, sceneSync }: Editor): void {
  const unlocked = sceneSync.objects.filter(({ locked }) => !locked);
  const selectedElementIds = Object.fromEntries(unlocked.map(({ id }) => [id, true] as const));
  api.updateScene({ appState: { selectedElementIds } });
}

/** Unlocks everything at once; single objects are unlocked at their marks. */
function UnlockAll({ editor: { sceneSync } }: { editor: Editor }) {
  const count = sceneSync.objects.filter(({ locked }) => locked).length;
  const unlock = () => sceneSync.perform(sceneSync.objects.map((object) => ({ ...object, locked: false })));
  const group = t('palette.groups.canvas');
  useCommands(count === 0 ? [] : [{ group, title: t('editing.unlockAllHint'), icon: LockOpen, run: unlock }]);
  if (count === 0) return null;
  return (
    <Tooltip text={t('editing.unlockAllHint')}>
      <ToolbarButton
        className="icon-button edit-tools-text"
        aria-label={t('editing.unlockAll', { count })}
        onClick={unlock}
      >
        <LockOpen aria-hidden />
        <span className="edit-tools-words">{t('editing.unlockAll', { count })}</span>
        <span className="edit-tools-count">{formatNumber(count)}</span>
      </ToolbarButton>
    </Tooltip>
  );
}
