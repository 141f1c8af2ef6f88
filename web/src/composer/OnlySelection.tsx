import { BoxSelect } from 'lucide-react';
import { Tooltip } from '../controls/Tooltip.tsx';
import { t } from '../language/language.ts';

type Props = { count: number; isChosen: boolean; onChoose(isChosen: boolean): void };

/** Limits a change to the selected objects; nothing without a selection. */
export function OnlySelection({ count, isChosen, onChoose }: Props) {
  if (count === 0) return null;
  return (
    <Tooltip text={t('composer.onlySelectionEffect')}>
      <button
        type="button"
        className="composer-scope"
        aria-pressed={isChosen}
        onClick={() => onChoose(!isChosen)}
      >
        <BoxSelect aria-hidden /> {t('composer.onlySelection', { count })}
      </button>
    </Tooltip>
  );
}
