import { Command as List } from 'cmdk';
import { Frame } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { doc } from '../api/document.ts';
import { PaletteDocument, type PaletteQuery } from '../generated/graphql.ts';
import { firstLine, formatAge, formatObjectCount } from '../jobs/format.ts';
import { StatusBadge } from '../jobs/StatusBadge.tsx';
import { t } from '../language/language.ts';
import { canvasPath, jobPath } from '../ui/paths.ts';
import { useNow } from '../ui/useNow.ts';

/** Time in ms after the last key before the server is asked. */
const typingPause = 150;

type Canvas = NonNullable<PaletteQuery['canvases']>['edges'][number]['node'];
type Job = NonNullable<PaletteQuery['jobs']>['edges'][number]['node'];
type FoundItemsProps = { text: string; onChoose(run: () => void): void };

/** Canvases and jobs with the text in their title or instruction; without a text, the canvases changed last. */
export function FoundItems({ text, onChoose }: FoundItemsProps) {
  const settled = useSettled(text);
  const filter = settled === '' ? null : { text: settled };
  const [{ data }] = useQuery({
    query: doc(PaletteDocument),
    variables: { canvasFilter: filter, jobFilter: filter, hasText: filter !== null },
  });
  const [, navigate] = useLocation();
  const now = useNow(null);
  const canvases = data?.canvases?.edges.map(({ node }) => node) ?? [];
  const jobs = data?.jobs?.edges.map(({ node }) => node) ?? [];
  const open = (path: string) => onChoose(() => navigate(path));
  return (
    <>
      {canvases.length > 0 && (
        <List.Group heading={filter ? t('palette.canvases') : t('palette.recentCanvases')}>
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

function CanvasItem({ canvas, now, onOpen }: ItemProps & { canvas: Canvas }) {
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

function JobItem({ job, now, onOpen }: ItemProps & { job: Job }) {
  return (
    <List.Item value={job.id} onSelect={() => onOpen(jobPath(job.id))}>
      <span className="palette-text">{firstLine(job.instruction)}</span>
      <span className="palette-meta">{formatAge(job.createdAt, now)}</span>
      <StatusBadge status={job.status} />
    </List.Item>
  );
}

/** A text as it is once nothing was typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
