import { EXAMPLES } from './exampleList.ts';

/** Offers instructions to start from. */
export function Examples({ onChoose }: { onChoose(instruction: string): void }) {
  return (
    <ul className="composer-examples" aria-label="Examples">
      {EXAMPLES.map(({ name, instruction }) => (
        <li key={name}>
          <button type="button" className="chip" title={instruction} onClick={() => onChoose(instruction)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
