import { t } from '../../language/language.ts';
import { type Command, useCommands } from '../../ui/keyboard/commands.ts';
import { type DrawingAction, drawingKeys } from './drawingKeys.ts';

const actions = Object.keys(drawingKeys) as DrawingAction[];

/**
 * Lists the keys of the drawing among the shortcuts, which the drawing handles itself.
 * @param runs What the command palette can run.
 */
export function useDrawingShortcuts(runs: Partial<Record<DrawingAction, () => void>>): void {
  useCommands(
    actions.map((action): Command => {
      const run = runs[action];
      return {
        group: t('palette.groups.drawing'),
        title: t(`palette.drawing.${action}`),
        keys: drawingKeys[action][0],
        isHandledElsewhere: true,
        ...(run && { run }),
      };
    }),
  );
}
