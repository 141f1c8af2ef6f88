import { addClassBox, relationLabel } from '../plan/classBox.ts';
import type { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { labelText } from '../plan/labelText.ts';
import { type Arrow, type ArrowEnds, endsOf, readArrow } from './arrow.ts';
import type { PlantumlSource } from './lines.ts';
import { nameOf, Structure } from './structure.ts';

type ClassBox = {
  shown: string;
  stereotype: string;
  /** Compartments that the source divides by lines. */
  parts: string[][];
  parent: string | null;
};

const header =
  /^(abstract class|abstract|class|interface|enum|entity|struct|annotation|protocol)\s+("[^"]+"|[^\s{<#]+(?:<[^<>]*>)?)(?:\s+as\s+("[^"]+"|[^\s{<#]+))?(?:\s*<<([^>]*)>>)?(?:\s+(extends|implements)\s+([^\s{]+))?(?:\s*#\w+)?\s*(\{)?(\s*\})?$/i;
const group = /^(?:package|namespace)\s+("[^"]+"|[^\s{#]+)(?:\s*<<[^>]*>>)?(?:\s*#\w+)?\s*\{$/i;

/** Packages become frames, classes nodes with compartments. */
export function readClassDiagram(source: PlantumlSource): Structure {
  const reader = new ClassReader();
  const structure = new Structure('Class diagram', 'class', source);
  structure.read(source.lines, (text) => reader.read(text, structure));
  reader.addTo(structure.builder);
  return structure.addNotes();
}

class ClassReader {
  readonly #classes = new Map<string, ClassBox>();
  readonly #parents: { child: string; parent: string; dashed: boolean }[] = [];
  readonly #relations: Arrow[] = [];
  /** The class whose features follow, until a brace. */
  #open: ClassBox | null = null;

  read(text: string, structure: Structure): boolean {
    if (text === '}') return this.#closeClass();
    if (this.#open !== null) {
      // Lines between features, such as `--` and `.. getters ..`.
      if (/^(?:--|\.\.|==|__)/.test(text)) this.#open.parts.push([]);
      else this.#open.parts.at(-1)?.push(featureText(text));
      return true;
    }
    const found = header.exec(text);
    if (found !== null) return this.#addClass(found, structure);
    const title = group.exec(text)?.[1];
    if (title !== undefined) {
      structure.openGroup(`package ${nameOf(title)}`, labelText(nameOf(title)));
      return true;
    }
    return this.#readRelation(text) || this.#readFeature(text);
  }

  /** Adds what was read: features of a class may come after its relations. */
  addTo(builder: DiagramBuilder): void {
    for (const [name, { shown, stereotype, parts, parent }] of this.#classes)
      addClassBox(
        builder,
        name,
        { name: shown, stereotype, compartments: parts.flatMap(divided) },
        { parent },
      );
    for (const { child, parent, dashed } of this.#parents)
      builder.edge(child, parent, { label: dashed ? 'implements' : 'extends', dashed });
    for (const relation of this.#relations) addRelation(builder, relation);
  }

  #readRelation(text: string): boolean {
    const relation = readArrow(text);
    if (relation === null) return false;
    for (const end of [relation.from, relation.to]) this.#classOf(nameOf(end));
    this.#relations.push(relation);
    return true;
  }

  #readFeature(text: string): boolean {
    const [, owner, feature] = /^("[^"]+"|[^\s:]+)\s*:\s*(.+)$/.exec(text) ?? [];
    if (owner === undefined || feature === undefined) return false;
    this.#classOf(nameOf(owner)).parts.at(-1)?.push(featureText(feature));
    return true;
  }

  /** Whether the brace ends a class, and not a package. */
  #closeClass(): boolean {
    const wasOpen = this.#open !== null;
    this.#open = null;
    return wasOpen;
  }

  #addClass(found: RegExpExecArray, { parent }: Structure): boolean {
    const [, kind = '', first = '', alias, stereotype = '', relation, base, brace, closed] = found;
    const isSwapped = alias?.startsWith('"') === true;
    const [name, shown] = isSwapped ? [first, alias] : [alias ?? first, first];
    const box = this.#classOf(nameOf(name), labelText(nameOf(shown)));
    box.stereotype = /^(?:class|entity|struct)$/i.test(kind)
      ? stereotype
      : kind.toLowerCase().replace(' class', '');
    box.parent = parent;
    if (relation !== undefined && base !== undefined) {
      this.#classOf(base);
      this.#parents.push({ child: nameOf(name), parent: base, dashed: /^implements$/i.test(relation) });
    }
    if (brace !== undefined && closed === undefined) this.#open = box;
    return true;
  }

  #classOf(name: string, shown = name): ClassBox {
    const box = this.#classes.get(name) ?? { shown, stereotype: '', parts: [[]], parent: null };
    if (shown !== name) box.shown = shown;
    this.#classes.set(name, box);
    return box;
  }
}

/** Attributes and methods, which have parentheses, in a compartment each. */
function divided(features: readonly string[]): string[][] {
  const isMethod = (feature: string) => feature.includes('(');
  return [features.filter((feature) => !isMethod(feature)), features.filter(isMethod)];
}

const featureText = (text: string): string =>
  labelText(text.replace(/\{(?:static|abstract|field|method)\}\s*/gi, ''));

function addRelation(builder: DiagramBuilder, arrow: Arrow): void {
  const ends = directionOf(arrow);
  const numbers = [arrow.fromNumber, arrow.toNumber] as const;
  const [one, two] = ends === 'backward' ? numbers.toReversed() : numbers;
  const inherits = /<\||\^/.test(arrow.left) || /\|>|\^/.test(arrow.right);
  const kind = inherits ? (arrow.dashed ? 'implements' : 'extends') : '';
  const label = relationLabel(arrow.label || kind, one ?? '', two ?? '');
  builder.edge(nameOf(arrow.from), nameOf(arrow.to), { label, dashed: arrow.dashed, ends });
}

/** From the subclass to the superclass, and from the whole to its part. */
function directionOf(arrow: Arrow): ArrowEnds {
  const isWhole = (end: string) => /[*o+]/.test(end);
  if (isWhole(arrow.left)) return 'forward';
  return isWhole(arrow.right) ? 'backward' : endsOf(arrow);
}
