import { Popover } from 'radix-ui';
import { useEffect, useState } from 'react';
import { Button } from '../controls/Button.tsx';
import { t } from '../language/language.ts';
import { endTour } from './isTourOpen.ts';
import './tour.css';

/** What the tour shows, by the selector of the element. On phones, some are left out. */
const stops = [
  { name: 'describe', selector: '.home-start .composer-box' },
  { name: 'create', selector: '.top-bar .button-primary' },
  { name: 'search', selector: '.top-bar-search' },
  { name: 'jobs', selector: '.top-bar-nav a[href="/jobs"]' },
] as const;

type Visited = { name: (typeof stops)[number]['name']; target: Element };

/** A window that goes from one part of the start page to the next. Escape and clicks outside end it. */
export function Tour() {
  const [visited, setVisited] = useState<readonly Visited[]>([]);
  const [index, setIndex] = useState(0);
  const stop = visited[index];
  const target = stop?.target;
  // The page may appear together with the tour: only then it has these elements.
  useEffect(() => setVisited(stops.flatMap(visit)), []);
  useEffect(() => {
    target?.scrollIntoView({ block: 'nearest' });
    target?.setAttribute('data-tour', '');
    return () => target?.removeAttribute('data-tour');
  }, [target]);
  if (!stop) return null;
  return (
    <Popover.Root open onOpenChange={endTour}>
      <Popover.Anchor virtualRef={{ current: stop.target }} />
      <Popover.Portal>
        <Popover.Content
          className="popover tour"
          aria-label={t('home.tour.label')}
          sideOffset={10}
          collisionPadding={12}
          onCloseAutoFocus={focusComposer}
        >
          <div aria-live="polite">
            <p className="tour-count">
              {t('home.tour.position', { position: index + 1, count: visited.length })}
            </p>
            <p className="tour-title">{t(`home.tour.${stop.name}.title`)}</p>
            <p>{t(`home.tour.${stop.name}.text`)}</p>
          </div>
          <TourButtons index={index} count={visited.length} onGo={setIndex} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type TourButtonsProps = { index: number; count: number; onGo(index: number): void };

/** The first button has the focus: Enter goes through the tour. */
function TourButtons({ index, count, onGo }: TourButtonsProps) {
  const isLast = index === count - 1;
  return (
    <div className="tour-buttons">
      <Button look="primary" onClick={() => (isLast ? endTour() : onGo(index + 1))}>
        {isLast ? t('home.tour.end') : t('home.tour.next')}
      </Button>
      {index > 0 && <Button onClick={() => onGo(index - 1)}>{t('home.tour.back')}</Button>}
      {!isLast && (
        <Button look="quiet" onClick={endTour}>
          {t('home.tour.skip')}
        </Button>
      )}
    </div>
  );
}

/** A stop with its element; nothing if the page does not show it. */
function visit({ name, selector }: (typeof stops)[number]): Visited[] {
  const target = document.querySelector(selector);
  return target && getComputedStyle(target).display !== 'none' ? [{ name, target }] : [];
}

/** The tour ends where work begins. */
function focusComposer(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('.home-start textarea')?.focus();
}
