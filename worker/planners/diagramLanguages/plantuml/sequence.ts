import { labelText } from '../plan/labelText.ts';
import { SequenceBuilder } from '../plan/sequenceBuilder.ts';
import { endsOf, readArrow } from './arrow.ts';
import { type PlantumlLine, type PlantumlSource, unquoted } from './lines.ts';

const declaration =
  /^(participant|actor|boundary|control|entity|database|collections|queue)\s+("[^"]+"|\S+)(?:\s+as\s+("[^"]+"|\S+))?/i;
const note = /^[hr]?note\s+(?:left|right|over|across)\b(?:\s+of)?\s*([^:#,]*)[^:]*(?::\s*(.*))?$/i;
/** Lines that show nothing here. */
const ignored = /^(?:activate|deactivate|destroy|create|\.\.\.|\|\|\||==|newpage|ref\b|order\b)/i;

export function readSequenceDiagram({ lines }: PlantumlSource) {
  const reader = new SequenceReader();
  for (const line of lines) reader.read(line);
  return { builder: reader.sequence.builder, unread: reader.unread };
}

class SequenceReader {
  readonly sequence = new SequenceBuilder('Sequence diagram');
  readonly unread: PlantumlLine[] = [];
  /** The note whose lines follow, until `end note`. */
  #note: { of: string; lines: string[] } | null = null;
  /** Title of the box that is open. */
  #group = '';
  #last: { from: string; to: string } | null = null;

  read(line: PlantumlLine): void {
    const { text } = line;
    const isRead =
      this.#readNote(text) ||
      this.#readGroup(text) ||
      this.#readDeclaration(text) ||
      this.#readBlock(text) ||
      this.#readMessage(text);
    if (!isRead && !ignored.test(text)) this.unread.push(line);
  }

  #readNote(text: string): boolean {
    if (this.#note !== null) {
      if (/^end ?[hr]?note$/i.test(text)) {
        this.sequence.note(this.#note.of, labelText(this.#note.lines.join('\n')));
        this.#note = null;
      } else this.#note.lines.push(text);
      return true;
    }
    const [whole, of = '', content] = note.exec(text) ?? [];
    if (whole === undefined) return false;
    const participant = unquoted(of) || this.#last?.to || '';
    if (content === undefined) this.#note = { of: participant, lines: [] };
    else this.sequence.note(participant, labelText(content));
    return true;
  }

  #readGroup(text: string): boolean {
    const [whole, title = ''] = /^(?:box\b\s*("[^"]*"|[^#]*)|end ?box$)/i.exec(text) ?? [];
    if (whole === undefined) return false;
    this.#group = labelText(unquoted(title.trim()));
    return true;
  }

  #readDeclaration(text: string): boolean {
    const [, kind = '', first, alias] = declaration.exec(text) ?? [];
    if (first === undefined) return false;
    // `"Long name" as A` and `A as "Long name"` are the same.
    const isSwapped = alias?.startsWith('"') === true;
    const [name, shown] = isSwapped ? [first, alias] : [alias ?? first, first];
    const options = { isPerson: /^actor$/i.test(kind), group: this.#group };
    this.sequence.participant(unquoted(name), labelText(unquoted(shown)), options);
    return true;
  }

  #readBlock(text: string): boolean {
    const [, word = '', condition = ''] =
      /^(alt|opt|loop|par2?|group|critical|break|else|also|end)\b(?!\s*[-<])\s*(.*)$/i.exec(text) ?? [];
    if (word === '') return false;
    const kind = word.toLowerCase();
    if (kind === 'end') this.sequence.close();
    else if (kind === 'else' || kind === 'also') this.sequence.next(kind, labelText(condition));
    else this.sequence.open(kind, labelText(condition));
    return true;
  }

  #readMessage(text: string): boolean {
    const back = /^return\b\s*(.*)$/i.exec(text);
    if (back !== null && this.#last !== null) {
      this.sequence.message(this.#last.to, this.#last.from, labelText(back[1] ?? ''), { dashed: true });
      return true;
    }
    const arrow = readArrow(text);
    if (arrow === null) return false;
    const [from, to] = [unquoted(arrow.from), unquoted(arrow.to)].map((name) =>
      /^[[\]]$/.test(name) ? 'Outside' : name,
    );
    if (from === undefined || to === undefined) return false;
    for (const name of [from, to]) this.sequence.participant(name, labelText(name));
    const dashed =
      arrow.dashed ||
      /[^-]--[^-]/.test(text.slice(0, text.indexOf(':') === -1 ? undefined : text.indexOf(':')));
    this.sequence.message(from, to, arrow.label, { dashed, ends: endsOf(arrow) });
    this.#last = endsOf(arrow) === 'backward' ? { from: to, to: from } : { from, to };
    return true;
  }
}
