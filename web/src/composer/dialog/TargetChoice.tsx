import { t } from '../../language/language.ts';
import type { DialogTarget } from './dialogTarget.ts';

/** What a job is for: a new canvas, all of the open one, or the objects that are selected on it. */
export type TargetKind = 'new' | 'canvas' | 'selection';

type TargetChoiceProps = {
  target: DialogTarget;
  chosen: TargetKind;
  /** A file is added to a canvas, and changes nothing on it. */
  isImport: boolean;
  onChoose(kind: TargetKind): void;
};

/** Chooses between a new canvas and one that exists. */
export function TargetChoice({ target, chosen, isImport, onChoose }: TargetChoiceProps) {
  const count = isImport ? 0 : target.selection.length;
  const kinds: readonly TargetKind[] = count > 0 ? ['selection', 'canvas', 'new'] : ['canvas', 'new'];
  const texts: Record<TargetKind, string> = {
    new: t('composer.target.new'),
    canvas: canvasText(target, isImport),
    selection: t('composer.target.selection', { count }),
  };
  return (
    <fieldset className="target-choice">
      <legend className="visually-hidden">{t('composer.target.label')}</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="target"
            checked={kind === chosen || (kind === 'canvas' && chosen === 'selection' && count === 0)}
            onChange={() => onChoose(kind)}
          />
          {texts[kind]}
        </label>
      ))}
    </fieldset>
  );
}

function canvasText({ title }: DialogTarget, isImport: boolean): string {
  if (title !== null) return t(isImport ? 'composer.target.addTo' : 'composer.target.named', { title });
  return t(isImport ? 'composer.target.add' : 'composer.target.canvas');
}
