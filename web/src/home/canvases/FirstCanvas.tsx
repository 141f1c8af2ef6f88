import { Compass } from 'lucide-react';
import { exampleList } from '../../composer/draft/exampleList.ts';
import { replaceDraft } from '../../composer/draft/storedDraft.ts';
import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';
import { startTour } from '../../tour/isTourOpen.ts';
import { useDismissal } from '../../ui/useDismissal.ts';

/** In place of an empty list: examples that fill the field above. */
export function FirstCanvas() {
  return (
    <div className="empty first-canvas">
      <h3 className="empty-title">{t('home.first.title')}</h3>
      <p>{t('home.first.advice')}</p>
      <TourOffer />
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

/** Offers the tour until it was taken once. */
function TourOffer() {
  const { isDismissed, dismiss } = useDismissal('tour');
  if (isDismissed) return null;
  const take = () => {
    dismiss();
    startTour();
  };
  return (
    <Button onClick={take}>
      <Compass aria-hidden /> {t('home.tour.start')}
    </Button>
  );
}

function tryOut(instruction: string): void {
  replaceDraft(deviceStorage, null, instruction);
  const field = document.querySelector<HTMLTextAreaElement>('.home-start textarea');
  field?.focus();
}
