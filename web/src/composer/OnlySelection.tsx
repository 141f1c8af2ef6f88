import { BoxSelect } from 'lucide-react';
import { Tooltip } from '../controls/Tooltip.tsx';

type Props = { count: number; isChosen: boolean; onChoose(isChosen: boolean): void };

/** Limits a change to the selected objects; nothing without a selection. */
export function OnlySelection({ count, isChosen, onChoose }: Props) {
  if (count === 0) return null;
  return (
    <Tooltip text="Leave all other objects unchanged">
      <button
        type="button"
        className="composer-scope"
        aria-pressed={isChosen}
        onClick={() => onChoose(!isChosen)}
      >
        <BoxSelect aria-hidden /> Change the selection only ({count})
      </button>
    </Tooltip>
  );
}
