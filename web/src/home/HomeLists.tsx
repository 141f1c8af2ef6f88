import { useDeferredValue } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { BudgetNote } from '../budgets/BudgetNote.tsx';
import { SessionDocument } from '../generated/graphql.ts';
import { useJobList } from '../jobs/updates/useJobList.ts';
import { DeletedCanvases, useDeletedCanvases } from '../managing/DeletedCanvases.tsx';
import { CanvasSection } from './canvases/CanvasSection.tsx';
import { useCanvasList } from './canvases/useCanvasList.ts';
import { HomeSkeleton } from './HomeSkeleton.tsx';
import { RecentJobs } from './RecentJobs.tsx';
import { SketcherNote } from './SketcherNote.tsx';

const recentJobCount = 5;

/**
 * Canvases, recent jobs and deleted canvases. They appear together when all of them are read, so that none of them
 * moves another one.
 */
export function HomeLists() {
  const canvases = useCanvasList();
  const recent = useJobList({ first: recentJobCount });
  const deleted = useDeletedCanvases();
  const [session] = useQuery({ query: doc(SessionDocument) });
  const isLoading =
    canvases.loading || recent.loading || deleted.loading || (session.fetching && !session.data);
  // Deferred, so that the lists are rendered in slices: together they take longer than a frame.
  if (useDeferredValue(isLoading)) return <HomeSkeleton />;
  return (
    <>
      {session.data?.system?.planner !== 'sketcher' && <BudgetNote />}
      <CanvasSection list={canvases} />
      {session.data?.system?.planner === 'sketcher' && <SketcherNote />}
      <DeletedCanvases canvases={deleted.canvases} />
      <RecentJobs list={recent} />
    </>
  );
}
