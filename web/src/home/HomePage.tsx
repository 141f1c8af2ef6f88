import { useLocation } from 'wouter';
import { Composer } from '../composer/Composer.tsx';
import { asNewCanvas } from '../creating/newCanvas.ts';
import { t } from '../language/language.ts';
import { TourHost } from '../tour/TourHost.tsx';
import { canvasPath, jobsPath } from '../ui/paths.ts';
import { useTitle } from '../ui/useTitle.ts';
import { HomeLists } from './HomeLists.tsx';
import './canvases/canvasGrid.css';
import './home.css';

/** The start page: a field for instructions, canvases and recent jobs. */
export function HomePage() {
  useTitle(null);
  const [, navigate] = useLocation();
  return (
    <main className="page home" id="content">
      <section className="home-start">
        <h1>{t('home.question')}</h1>
        <Composer
          label={t('home.describe')}
          placeholder={t('home.placeholder')}
          canvasId={null}
          size="large"
          examples
          onCreated={(job) => navigate(job.canvas ? asNewCanvas(canvasPath(job.canvas.id)) : jobsPath)}
        />
      </section>
      <HomeLists />
      <TourHost />
    </main>
  );
}
