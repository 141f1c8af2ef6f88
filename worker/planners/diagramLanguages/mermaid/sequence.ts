import type { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { SequenceBuilder } from '../plan/sequenceBuilder.ts';
import { mermaidText } from './text.ts';

type Message = { from?: string; to?: string; message: unknown; type: number };
type Sequence = {
  getActors(): ReadonlyMap<
    string,
    { name: string; description: string; type: string; box?: { name?: string } }
  >;
  getActorKeys(): readonly string[];
  getMessages(): readonly Message[];
  getDiagramTitle(): string;
};

/** Mermaid's numbers for what a line is (`LINETYPE` in its sequence database). */
const note = 2;
const dashedTypes = new Set([1, 4, 6, 25, 34]);
const arrowTypes = new Set([0, 1, 3, 4, 5, 6, 24, 25, 33, 34]);
/** Half arrows have this number and higher ones. */
const firstHalfArrow = 41;
const bothWays = new Set([33, 34]);
const blockStarts = new Map([
  [10, 'loop'],
  [12, 'alt'],
  [15, 'opt'],
  [19, 'par'],
  [27, 'critical'],
  [30, 'break'],
  [32, 'par'],
]);
const blockParts = new Map([
  [13, 'else'],
  [20, 'and'],
  [28, 'option'],
]);
const blockEnds = new Set([11, 14, 16, 21, 29, 31]);

export function readSequence(db: Sequence): DiagramBuilder {
  const sequence = new SequenceBuilder(db.getDiagramTitle() || 'Sequence diagram');
  for (const key of db.getActorKeys()) {
    const actor = db.getActors().get(key);
    sequence.participant(key, mermaidText(actor?.description) || key, {
      isPerson: actor?.type === 'actor',
      group: mermaidText(actor?.box?.name),
    });
  }
  for (const message of db.getMessages()) addMessage(sequence, message);
  return sequence.builder;
}

function addMessage(sequence: SequenceBuilder, { from = '', to = '', message, type }: Message): void {
  const text = typeof message === 'string' ? mermaidText(message) : '';
  const [start, part] = [blockStarts.get(type), blockParts.get(type)];
  if (start !== undefined) sequence.open(start, text);
  else if (part !== undefined) sequence.next(part, text);
  else if (blockEnds.has(type)) sequence.close();
  else if (type === note) sequence.note(from, text);
  else if (arrowTypes.has(type) || type >= firstHalfArrow)
    sequence.message(from, to, text, {
      dashed: dashedTypes.has(type),
      ends: bothWays.has(type) ? 'both' : 'forward',
    });
}
