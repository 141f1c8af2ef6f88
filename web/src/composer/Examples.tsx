import { Tooltip } from '../controls/Tooltip.tsx';
import { exampleList } from './exampleList.ts';

/** Buttons with example instructions. */
export function Examples({ onChoose }: { onChoose(instruction: string): void }) {
  return (
    <ul className="composer-examples" aria-label="Examples">
      {exampleList.map(({ name, instruction }) => (
        <li key={name}>
          <Tooltip text={instruction}>
            <button type="button" className="chip" onClick={() => onChoose(instruction)}>
              {name}
            </button>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
