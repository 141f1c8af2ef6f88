import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Menu } from '../../controls/Menu.tsx';
import type { CanvasCardFieldsFragment, JobSummaryFragment } from '../../generated/graphql.ts';
import { formatAge, formatObjectCount } from '../../jobs/texts/format.ts';
import { t } from '../../language/language.ts';
import { canvasMenu } from '../../managing/canvasMenu.tsx';
import { TitleField } from '../../managing/TitleField.tsx';
import { useManageCanvas } from '../../managing/useManageCanvas.ts';
import { CanvasThumbnail } from '../../scene/CanvasThumbnail.tsx';
import { canvasPath } from '../../ui/paths.ts';
import { CardJobs } from './CardJobs.tsx';
import { useCardExport } from './useCardExport.tsx';

type CanvasCardProps = {
  canvas: CanvasCardFieldsFragment;
  /** Its unfinished jobs. */
  jobs: readonly JobSummaryFragment[];
  now: number;
};

/** A canvas in the list, with its jobs and a menu. */
export function CanvasCard({ canvas, jobs, now }: CanvasCardProps) {
  const manage = useManageCanvas();
  const [renaming, setRenaming] = useState(false);
  const [rename, duplicate, remove] = canvasMenu(canvas, manage, {
    leaves: false,
    onRename: () => setRenaming(true),
  });
  const items = [rename, duplicate, useCardExport(canvas), remove];
  const picture = (
    <div className="canvas-card-picture">
      <CanvasThumbnail objects={canvas.objects} />
      <CardJobs jobs={jobs} />
    </div>
  );
  return (
    <li className="canvas-card-place">
      {renaming ? (
        <div className="canvas-card">
          {picture}
          <TitleField canvas={canvas} onDone={() => setRenaming(false)} />
        </div>
      ) : (
        <Link className="canvas-card" href={canvasPath(canvas.id)}>
          {picture}
          <span className="canvas-card-title">{canvas.title}</span>
          <CardMeta canvas={canvas} now={now} />
        </Link>
      )}
      <Menu
        label={t('home.actionsFor', { title: canvas.title })}
        icon={<Ellipsis aria-hidden />}
        items={items}
      />
    </li>
  );
}

function CardMeta({ canvas, now }: Pick<CanvasCardProps, 'canvas' | 'now'>) {
  const count = canvas.objectCount === 0 ? t('home.empty') : formatObjectCount(canvas.objectCount);
  return (
    <span className="canvas-card-meta">
      <span>{count} ·</span> <span>{formatAge(canvas.updatedAt, now)}</span>
    </span>
  );
}
