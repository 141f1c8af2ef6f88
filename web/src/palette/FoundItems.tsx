import { Command as List } from 'cmdk';
import { Frame } from 'lucide-react';
import { useLocation } from 'wouter';
import { StatusBadge } from '../jobs/display/StatusBadge.tsx';
import { firstLine, formatAge, formatObjectCount } from '../jobs/texts/format.ts';
import { t } from '../language/language.ts';
import { canvasPath, jobPath } from '../ui/paths.ts';
import { useNow } from '../ui/useNow.ts';
import type { Found, FoundCanvas, FoundJob } from './useFound.ts';

type FoundItemsProps = { found: Found; onChoose(run: () => void): void };

/** Entries that open the canvases and jobs that were found. */
export function FoundItems({ found: { canvases, jobs, isRecent }, onChoose }: FoundItemsProps) {
  const [, navigate] = useLocation();
  const now = useNow(null);
  const open = (path: string) => onChoose(() => navigate(path));
  return (
    <>
      {canvases.length > 0 && (
        <List.Group heading={t(isRecent ? 'palette.recentCanvases' : 'palette.canvases')}>
          {canvases.map((canvas) => (
            <CanvasItem key={canvas.id} canvas={canvas} now={now} onOpen={open} />
          ))}
        </List.Group>
      )}
      {jobs.length > 0 && (
        <List.Group heading={t('palette.jobs')}>
          {jobs.map((job) => (
            <JobItem key={job.id} job={job} now={now} onOpen={open} />
          ))}
        </List.Group>
      )}
    </>
  );
}

type ItemProps = { now: number; onOpen(path: string): void };

function CanvasItem({ canvas, now, onOpen }: ItemProps & { canvas: FoundCanvas }) {
  return (
    <List.Item value={canvas.id} onSelect={() => onOpen(canvasPath(canvas.id))}>
      <Frame aria-hidden />
      <span className="palette-text">{canvas.title}</span>
      <span className="palette-meta">
        {formatObjectCount(canvas.objectCount)} · {formatAge(canvas.updatedAt, now)}
      </span>
    </List.Item>
  );
}

function JobItem({ job, now, onOpen }: ItemProps & { job: FoundJob }) {
  return (
    <List.Item value={job.id} onSelect={() => onOpen(jobPath(job.id))}>
      <span className="palette-text">{firstLine(job.instruction)}</span>
      <span className="palette-meta">{formatAge(job.createdAt, now)}</span>
      <StatusBadge {...job} />
    </List.Item>
  );
}
