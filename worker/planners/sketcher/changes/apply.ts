import type { Sketch } from '../sketch.ts';
import { shorten } from '../text/plain.ts';
import { addThings } from './add.ts';
import type { Box, CanvasView } from './canvas.ts';
import type { Command } from './command.ts';

/** Carries out one change on a sketch; false when it names something that is not on the canvas. */
export function apply(command: Command, view: CanvasView, sketch: Sketch): boolean {
  switch (command.kind) {
    case 'add':
      return addThings(command, view, sketch);
    case 'rename':
      return withBox(command.what, view, sketch, (box) => sketch.update(box.id, { text: command.to }));
    case 'colour':
      return withEach(command.what, view, sketch, (box) => sketch.update(box.id, { color: command.color }));
    case 'remove':
      return remove(command.what, view, sketch);
    case 'connect':
      return connect(command, view, sketch);
    case 'disconnect':
      return disconnect(command, view, sketch);
    case 'move':
      return move(command, view, sketch);
  }
}

function withBox(name: string, view: CanvasView, sketch: Sketch, change: (box: Box) => void): boolean {
  const box = view.find(name);
  if (box === null) sketch.warn(`Nothing on the canvas matches “${shorten(name, 60)}”.`);
  else change(box);
  return box !== null;
}

/** Changes every box that is named; "all" and "everything" name each. */
function withEach(
  names: readonly string[],
  view: CanvasView,
  sketch: Sketch,
  change: (box: Box) => void,
): boolean {
  const all =
    names.length === 1 &&
    /^(?:all|everything|all of (?:it|them)|every (?:one|box|node|shape|step|card)|all (?:the )?\w+)$/i.test(
      names[0] ?? '',
    );
  if (all) for (const box of view.boxes) change(box);
  return all ? view.boxes.length > 0 : names.map((name) => withBox(name, view, sketch, change)).some(Boolean);
}

/** Removes boxes with their arrows; where one arrow led on, what led in is joined to what it led to. */
function remove(names: readonly string[], view: CanvasView, sketch: Sketch): boolean {
  const gone = new Set<string>();
  const found = withEach(names, view, sketch, (box) => gone.add(box.id));
  for (const id of gone) {
    for (const line of view.linesAt(id)) sketch.remove(line.id);
    sketch.remove(id);
    const [next, ...others] = view.linesAt(id).filter((line) => line.from === id && !gone.has(line.to));
    if (next === undefined || others.length > 0) continue;
    const into = view
      .linesAt(id)
      .filter((line) => line.to === id && !gone.has(line.from) && line.from !== next.to);
    for (const line of into) sketch.edge(line.from, next.to, { label: line.text });
  }
  return found;
}

function connect(
  { from, to, label: text }: Extract<Command, { kind: 'connect' }>,
  view: CanvasView,
  sketch: Sketch,
): boolean {
  return (
    withBox(from, view, sketch, (start) =>
      withBox(to, view, sketch, (end) => sketch.edge(start.id, end.id, { label: text })),
    ) && !sketch.empty
  );
}

function disconnect(
  { from, to }: Extract<Command, { kind: 'disconnect' }>,
  view: CanvasView,
  sketch: Sketch,
): boolean {
  const [start, end] = [view.find(from), view.find(to)];
  const lines = view.lines.filter(
    (line) =>
      (line.from === start?.id && line.to === end?.id) || (line.from === end?.id && line.to === start?.id),
  );
  for (const line of lines) sketch.remove(line.id);
  if (lines.length === 0) sketch.warn(`No arrow joins “${shorten(from, 60)}” and “${shorten(to, 60)}”.`);
  return lines.length > 0;
}

/** A card moves to another region by being taken away and put there; a joined shape stays, lest its arrows go. */
function move({ what, to }: Extract<Command, { kind: 'move' }>, view: CanvasView, sketch: Sketch): boolean {
  const region = view.find(to, 'FRAME');
  if (region === null) {
    sketch.warn(`No region of the canvas matches “${shorten(to, 60)}”.`);
    return false;
  }
  return withEach(what, view, sketch, (box) => {
    if (box.kind === 'FRAME' || view.linesAt(box.id).length > 0) {
      sketch.warn(`“${shorten(box.text, 60)}” is joined to others or a region itself: it was not moved.`);
      return;
    }
    sketch.remove(box.id);
    sketch.node(box.text, { shape: 'sticky', color: 'blue', parent: region.id });
  });
}
