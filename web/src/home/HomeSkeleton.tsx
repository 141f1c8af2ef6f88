import { t } from '../language/language.ts';

const cards = Array.from({ length: 8 }, (_, index) => index);

/** The place of the lists while they are read. */
export function HomeSkeleton() {
  return (
    <section aria-busy>
      <p className="visually-hidden" role="status">
        {t('app.loading')}
      </p>
      <h2>{t('home.canvases')}</h2>
      <ul className="canvas-grid" aria-hidden>
        {cards.map((card) => (
          <li key={card} className="canvas-card canvas-card-skeleton">
            <div className="thumbnail" />
          </li>
        ))}
      </ul>
    </section>
  );
}
