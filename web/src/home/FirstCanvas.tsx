import { exampleList } from '../composer/exampleList.ts';
import { writeDraft } from '../composer/storedDraft.ts';
import { t } from '../language/language.ts';

/** In place of an empty list: examples that fill the field above. */
export function FirstCanvas() {
  return (
    <div className="empty first-canvas">
      <h3 className="empty-title">{t('home.first.title')}</h3>
      <p>{t('home.first.advice')}</p>
      <ul className="first-canvas-examples">
        {exampleList.slice(0, 3).map((name) => {
          const instruction = t(`composer.examples.${name}.instruction`);
          return (
            <li key={name}>
              <button type="button" className="first-canvas-example" onClick={() => tryOut(instruction)}>
                <span className="first-canvas-name">{t(`composer.examples.${name}.name`)}</span>
                <span className="first-canvas-text">{instruction}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function tryOut(instruction: string): void {
  writeDraft(localStorage, null, { text: instruction, submission: null });
  const field = document.querySelector<HTMLTextAreaElement>('.home-start textarea');
  field?.focus();
}
