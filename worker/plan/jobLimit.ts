import { maxBoxesPerJob, maxConnectorsPerJob } from '../../src/canvas/model/limits.ts';
import type { PlanEdge, PlanFrame, PlanNode, PlanObject } from '../../src/canvas/model/plan.ts';

type Box = Pick<PlanFrame | PlanNode, 'id'>;
type Connector = Pick<PlanEdge, 'from' | 'to'>;

/**
 * Counts what a job adds, and what is beyond its limits. A box, once added, stays. A connector is left out with either
 * of its ends; of too many, each box keeps one.
 */
export class JobLimit {
  readonly #added = new Set<string>();
  readonly #leftOut = new Set<string>();
  /** Boxes that no connector joins yet. */
  readonly #unjoined = new Set<string>();
  #connectors = 0;
  #leftOutConnectors = 0;

  /** @returns Whether the box may be added */
  addBox({ id }: Box): boolean {
    if (this.#added.size >= maxBoxesPerJob) {
      this.#leftOut.add(id);
      return false;
    }
    this.#added.add(id);
    this.#unjoined.add(id);
    return true;
  }

  /** @returns Whether the connector may be added */
  addConnector(connector: Connector): boolean {
    if (this.hasLostAnEnd(connector) || !this.#hasRoomFor(connector)) {
      this.#leftOutConnectors += 1;
      return false;
    }
    this.#connectors += 1;
    this.#unjoined.delete(connector.from);
    this.#unjoined.delete(connector.to);
    return true;
  }

  /** Whether a box that the connector joins was left out. */
  hasLostAnEnd({ from, to }: Connector): boolean {
    return this.#leftOut.has(from) || this.#leftOut.has(to);
  }

  #hasRoomFor({ from, to }: Connector): boolean {
    const room = maxConnectorsPerJob - this.#connectors;
    const isFirst = this.#unjoined.has(from) || this.#unjoined.has(to);
    return room > (isFirst ? 0 : this.#unjoined.size);
  }

  /** What was left out, in numbers; none if that is nothing. */
  get warnings(): string[] {
    const counts = [
      ...counted(this.#leftOut.size, 'box', 'boxes'),
      ...counted(this.#leftOutConnectors, 'connector', 'connectors'),
    ];
    if (counts.length === 0) return [];
    const verb = this.#leftOut.size + this.#leftOutConnectors === 1 ? 'was' : 'were';
    return [
      `${counts.join(' and ')} ${verb} left out: one instruction adds at most ${maxBoxesPerJob} boxes and ${maxConnectorsPerJob} connectors.`,
    ];
  }
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/**
 * The objects that one job may add, of a plan whose references all resolve. Beyond the limit a frame counts together
 * with its contents: what is left out are whole frames at the end, and the last contents of the one before them.
 */
export function withinJobLimit(
  boxes: readonly (PlanFrame | PlanNode)[],
  edges: readonly PlanEdge[],
): { objects: PlanObject[]; warnings: string[] } {
  const limit = new JobLimit();
  const kept = new Set(
    (boxes.length > maxBoxesPerJob ? framesWithContents(boxes) : boxes).filter((box) => limit.addBox(box)),
  );
  const objects = [
    ...boxes.filter((box) => kept.has(box)),
    ...edges.filter((edge) => limit.addConnector(edge)),
  ];
  return { objects, warnings: limit.warnings };
}

/** Each frame with its contents right behind it, otherwise in order. */
function framesWithContents(boxes: readonly (PlanFrame | PlanNode)[]): (PlanFrame | PlanNode)[] {
  const contents = Map.groupBy(boxes, ({ parent }) => parent);
  const visit = (parent: string | null): (PlanFrame | PlanNode)[] =>
    (contents.get(parent) ?? []).flatMap((box) => [box, ...(box.type === 'frame' ? visit(box.id) : [])]);
  return visit(null);
}
