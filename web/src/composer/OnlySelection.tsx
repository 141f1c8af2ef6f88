import { BoxSelect } from 'lucide-react';

type Props = { count: number; chosen: boolean; onChoose(chosen: boolean): void };

/** Limits a change to what is selected on the canvas; not there when nothing is. */
export function OnlySelection({ count, chosen, onChoose }: Props) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="composer-scope"
      aria-pressed={chosen}
      title="Leave all other objects unchanged"
      onClick={() => onChoose(!chosen)}
    >
      <BoxSelect aria-hidden /> Change the selection only ({count})
    </button>
  );
}
