import { Lock, Spline, Trash2 } from 'lucide-react';
import type { CSSProperties } from 'react';
import { Toolbar, ToolbarButton, ToolbarIconButton } from '../../controls/Toolbar.tsx';
import { Tooltip } from '../../controls/Tooltip.tsx';
import type { ObjectColor } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import type { CanvasObject, Shape } from '../../scene/object.ts';
import { palette } from '../../scene/palette.ts';
import type { Editor } from '../editor/useEditor.ts';
import { focusDrawing } from '../keys/drawingFocus.ts';
import { deleteSelected } from '../objects/deleteSelected.ts';
import { type Connecting, canConnect } from '../objects/useConnecting.ts';

const COLORS = Object.keys(palette) as ObjectColor[];
const KINDS = ['RECTANGLE', 'ELLIPSE', 'DIAMOND', 'STICKY'] as const;

/** What can be done with what is selected; nothing when nothing is. */
export function SelectionTools({ editor, connecting }: { editor: Editor; connecting: Connecting }) {
  const { sceneSync, state } = editor;
  const selected = new Set(state.selected);
  const chosen = sceneSync.objects.filter(({ id }) => selected.has(id));
  if (chosen.length === 0) return null;
  const change = (how: (object: CanvasObject) => CanvasObject) =>
    sceneSync.perform(sceneSync.objects.map((object) => (selected.has(object.id) ? how(object) : object)));
  const color = common(chosen.map((object) => object.color));
  return (
    <Toolbar className="edit-tools selection-tools" label={t('editing.selection')}>
      {COLORS.map((name) => (
        <ToolbarIconButton
          key={name}
          className="icon-button swatch"
          label={t(`editing.color.${name}`)}
          aria-pressed={color === name}
          style={swatchStyle(name)}
          onClick={() => change((object) => ({ ...object, color: name }))}
        />
      ))}
      <ShapeKind chosen={chosen} onChoose={(shape) => change((object) => withShape(object, shape))} />
      <span className="edit-tools-gap" />
      {canConnect(editor) && (
        <ToolbarIconButton
          label={t('editing.connect.button')}
          onClick={({ currentTarget }) => {
            connecting.connect();
            focusDrawing(currentTarget.closest('.stage'));
          }}
        >
          <Spline aria-hidden />
        </ToolbarIconButton>
      )}
      <Tooltip text={t('editing.lockHint')}>
        <ToolbarButton
          className="icon-button"
          aria-label={t('editing.lock')}
          onClick={() => change((object) => ({ ...object, locked: true }))}
        >
          <Lock aria-hidden />
        </ToolbarButton>
      </Tooltip>
      <ToolbarIconButton label={t('editing.delete')} onClick={() => deleteSelected(editor)}>
        <Trash2 aria-hidden />
      </ToolbarIconButton>
    </Toolbar>
  );
}

function swatchStyle(color: ObjectColor): CSSProperties {
  const { sticky, stroke } = palette[color];
  return { '--swatch': sticky, '--swatch-line': stroke } as CSSProperties;
}

type ShapeKindProps = { chosen: readonly CanvasObject[]; onChoose(shape: Shape['shape']): void };

/** The outline of the selected shapes; a text without an outline gets none. */
function ShapeKind({ chosen, onChoose }: ShapeKindProps) {
  const outlined = chosen.filter(
    (object): object is Shape => object.__typename === 'Shape' && object.shape !== 'TEXT',
  );
  if (outlined.length < chosen.length) return null;
  const shape = common(outlined.map((object) => object.shape)) ?? '';
  return (
    <select
      aria-label={t('editing.shape')}
      className="edit-tools-select"
      value={shape}
      onChange={(event) => onChoose(event.target.value as Shape['shape'])}
    >
      {shape === '' && <option value="">{t('editing.mixed')}</option>}
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t(`editing.kind.${kind}`)}
        </option>
      ))}
    </select>
  );
}

function withShape(object: CanvasObject, shape: Shape['shape']): CanvasObject {
  return object.__typename === 'Shape' ? { ...object, shape } : object;
}

/** What all of them have in common; undefined when they differ. */
function common<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
