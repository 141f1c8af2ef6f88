import { namesLines } from '../canvas/lineWords.ts';
import { styledAtEnd, styledAtStart } from '../grammar/attributes.ts';
import { type Clause, completeParts, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';

/** "A and B red and C a green circle"; null where any part has no looks. */
export function restyled(rest: string, clause: Clause): Command[] | null {
  const hasLooks = (part: string) => styledAtEnd(part) !== null;
  const commands = completeParts(rest, hasLooks).map((part): Command | null => {
    const styled = styledAtEnd(part) ?? styledAtStart(part);
    if (styled === null || styled.what === '') return null;
    const { what, color, shape } = styled;
    if (namesLines(what) && !clause.isThere(what))
      return { kind: 'restyleLines', which: what, style: null, color };
    return { kind: 'restyle', what: phrasesOf(what, clause), color, shape };
  });
  const read = commands.filter((command) => command !== null);
  return read.length === commands.length ? read : null;
}
