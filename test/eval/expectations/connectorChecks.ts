import type { Connector } from '../../../src/canvas/model/object.ts';
import { type CanvasView, reachable, textOf } from './canvasView.ts';
import { type Check, check } from './check.ts';
import type { Expected, Pattern } from './expected.ts';
import { matchesText } from './matchText.ts';
import { type ExpectedEdge, edgesOf } from './readNotation.ts';

/** Expectations of connectors, by the texts of their ends. */
export function checkConnectors(view: CanvasView, expected: Expected): Check[] {
  const { edges, noEdges, messages } = expected;
  return [
    ...[...edgesOf(edges), ...edgesOf(messages)].flatMap((edge) => checkEdge(view, edge)),
    ...edgesOf(noEdges).map((edge) =>
      check(`no connector ${inWords(edge)}`, matching(view, edge).length === 0),
    ),
    ...checkMessageOrder(view, edgesOf(messages)),
    ...checkPaths(view, expected),
  ];
}

const inWords = ({ from, to, isDirected }: ExpectedEdge): string =>
  isDirected ? `from "${from || 'anything'}" to "${to}"` : `between "${from}" and "${to}"`;

function checkEdge(view: CanvasView, edge: ExpectedEdge): Check[] {
  const found = matching(view, edge);
  const joined = check(`a connector ${inWords(edge)}`, found.length > 0);
  const { label } = edge;
  if (label === null) return [joined];
  return [
    joined,
    check(
      `"${label}" on the connector ${inWords(edge)}`,
      found.some((each) => isLabelled(each, label)),
    ),
  ];
}

const isLabelled = (connector: Connector, label: Pattern): boolean =>
  connector.label !== null && matchesText(label, connector.label);

/** Connectors that an expectation means, whatever their labels. */
export function matching(view: CanvasView, { from, to, isDirected }: ExpectedEdge): Connector[] {
  const isAt = (pattern: Pattern, text: string) => pattern === '' || matchesText(pattern, text);
  return view.connectors.filter((connector) => {
    const [start, end] = view.endsOf(connector).map((box) => (box === undefined ? null : textOf(box)));
    if (start == null || end == null) return false;
    const isEitherWay = !isDirected || connector.startArrowhead === true;
    return (isAt(from, start) && isAt(to, end)) || (isEitherWay && isAt(from, end) && isAt(to, start));
  });
}

function checkMessageOrder(view: CanvasView, messages: readonly ExpectedEdge[]): Check[] {
  if (messages.length < 2) return [];
  const heights = messages.map((edge) => {
    const found = matching(view, edge).filter(
      ({ label }) => edge.label === null || (label !== null && matchesText(edge.label, label)),
    );
    return found[0]?.labelAt?.y ?? null;
  });
  const isOrdered = heights.every(
    (height, at) => height !== null && (at === 0 || height > (heights[at - 1] ?? 0) - 1),
  );
  return [check('messages stand below one another in their order', isOrdered)];
}

function checkPaths(view: CanvasView, { paths, noPaths }: Expected): Check[] {
  const reached = reachable(view);
  const isReached = ({ from, to }: ExpectedEdge) =>
    view.find(from).some((start) => view.find(to).some((end) => reached.get(start.id)?.has(end.id)));
  const areDrawn = ({ from, to }: ExpectedEdge) => view.find(from).length > 0 && view.find(to).length > 0;
  return [
    ...edgesOf(paths).map((edge) => check(`a way ${inWords(edge)}`, isReached(edge))),
    ...edgesOf(noPaths).map((edge) => check(`no way ${inWords(edge)}`, areDrawn(edge) && !isReached(edge))),
  ];
}
