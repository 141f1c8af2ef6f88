import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { UnfinishedDiagram } from '../../plan/expectedEdges.ts';

/** A diagram that is still being generated, or is on a canvas already. Nodes with `sizes` keep them, in pixels. */
export type PartialDiagram = UnfinishedDiagram & {
  sizes?: ReadonlyMap<string, Size>;
  /** How a hierarchy is drawn; absent: as its proportions are best. */
  style?: HierarchyStyle;
};

/** One of the ways in which a layout draws a hierarchy. */
export type HierarchyStyle = {
  /** From 0, in the order in which the layout tries them. */
  number: number;
  /** Ids of the branches on the left of the root of a mind map. */
  left: ReadonlySet<string>;
};
