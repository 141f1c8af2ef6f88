import { Tooltip } from '../../controls/Tooltip.tsx';
import { t } from '../../language/language.ts';
import { exampleList } from './exampleList.ts';

/** Buttons with example instructions. */
export function Examples({ onChoose }: { onChoose(instruction: string): void }) {
  return (
    <ul className="composer-examples" aria-label={t('composer.examples.label')}>
      {exampleList.map((name) => {
        const instruction = t(`composer.examples.${name}.instruction`);
        return (
          <li key={name}>
            <Tooltip text={instruction}>
              <button type="button" className="chip" onClick={() => onChoose(instruction)}>
                {t(`composer.examples.${name}.name`)}
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}
