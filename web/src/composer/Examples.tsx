import { exampleList } from './exampleList.ts';

/** Buttons with example instructions. */
export function Examples({ onChoose }: { onChoose(instruction: string): void }) {
  return (
    <ul className="composer-examples" aria-label="Examples">
      {exampleList.map(({ name, instruction }) => (
        <li key={name}>
          <button type="button" className="chip" title={instruction} onClick={() => onChoose(instruction)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
