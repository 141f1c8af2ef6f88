import { formatMoment } from '../../language/formats.ts';

type ListedCanvas = { id: string; title: string; updatedAt: string | null };

/** Canvases with their titles; those of the same title also with the time of their last change. */
export function canvasOptions(canvases: readonly ListedCanvas[]): [string, string][] {
  const titles = Map.groupBy(canvases, ({ title }) => title);
  return canvases.map(({ id, title, updatedAt }) => {
    const isAlone = titles.get(title)?.length === 1;
    return [id, isAlone || updatedAt === null ? title : `${title} · ${formatMoment(updatedAt)}`];
  });
}
