import type { PlanShape } from '../../../../../src/canvas/model/plan.ts';
import { colorOf } from '../../text/colors.ts';

/** Languages in which changes are read. */
export type Language = 'en' | 'de' | 'fr' | 'es';

const SHAPES: Record<PlanShape, string> = {
  rect: 'box boxes rectangle rectangles rect square squares card cards step steps kasten rechteck kästchen rectangle boîte caja rectángulo',
  ellipse: 'circle circles ellipse ellipses oval ovals bubble bubbles kreis cercle círculo',
  diamond: 'diamond diamonds rhombus decision decisions raute losange rombo entscheidung décision decisión',
  sticky: 'sticky stickies sticky-note note notes post-it post-its notiz zettel nota notas',
  text: 'text heading headings headline label überschrift titre',
};

/** What a noun may stand for on a canvas. */
export type Kind = 'frame' | 'note' | 'decision' | 'ellipse' | 'step' | 'shape' | 'line' | 'object';

const KINDS: Record<Kind, string> = {
  frame:
    'column columns list lists lane lanes swimlane swimlanes section sections frame frames group groups region regions area areas quadrant quadrants spalte spalten liste listen bahn bahnen abschnitt abschnitte gruppe colonne colonnes columna columnas lista listas sección',
  note: 'sticky stickies note notes post-it post-its notiz notizen zettel nota notas',
  decision:
    'decision decisions diamond diamonds question questions entscheidung entscheidungen décision décisions decisión decisiones',
  ellipse: 'circle circles ellipse ellipses oval ovals ending endings kreis kreise cercle cercles círculo',
  step: 'step steps stage stages milestone milestones schritt schritte étape étapes paso pasos',
  shape:
    'card cards box boxes node nodes item items task tasks shape shapes branch branches idea ideas bubble bubbles rectangle rectangles square squares karte karten karten kasten kästen kästchen aufgabe aufgaben carte cartes boîte tâche tarjeta tarjetas caja cajas tarea tareas team teams department departments division divisions subtree subtrees squad squads abteilung abteilungen département departamento entry entries',
  line: 'arrow arrows path paths line lines connection connections connector connectors edge edges link links pfeil pfeile verbindung verbindungen linie linien flèche flèches lien flecha flechas conexión',
  object: 'object objects thing things element elements one ones stuff objekt objekte objet objets objeto',
};

const tableOf = <Key extends string>(words: Record<Key, string>): ReadonlyMap<string, Key> =>
  new Map(
    (Object.entries(words) as [Key, string][]).flatMap(([key, all]) =>
      all.split(' ').map((word): [string, Key] => [word, key]),
    ),
  );

const shapes = tableOf(SHAPES);
const kinds = tableOf(KINDS);

/** The shape that a word names, or null. */
export function shapeNamed(word: string): PlanShape | null {
  return shapes.get(word.toLowerCase()) ?? null;
}
/** What a noun stands for, or null. */
export function kindNamed(word: string): Kind | null {
  return kinds.get(word.toLowerCase()) ?? null;
}
/** Whether a noun names one thing: "step", not "steps". */
export function isSingular(noun: string): boolean {
  return !/s$|(?:kart|notiz|aufgab|spalt|list|bahn|entscheidung|abteilung)en$|(?:schritt|kreis|abschnitt|objekt|pfeil)e$|kästen$/i.test(
    noun,
  );
}

export const FRAME_NOUN = [...kinds].flatMap(([word, kind]) => (kind === 'frame' ? [word] : [])).join('|');
export const LINE_NOUN = [...kinds].flatMap(([word, kind]) => (kind === 'line' ? [word] : [])).join('|');

const ARTICLE =
  /^(?:the|an?|some|another|one more|this|that|these|those|our|my|der|die|das|den|dem|des|ein|eine|einen|einem|noch eine?n?|le|la|les|un|une|des|du|el|los|las|una|unos|unas)\s+|^l['’]/i;

/** A phrase without its article. */
export function withoutArticle(phrase: string): string {
  return phrase.trim().replace(ARTICLE, '').trim();
}

const ORDINALS: Record<string, number> = {
  ...{ first: 0, second: 1, third: 2, fourth: 3, fifth: 4, sixth: 5, seventh: 6, eighth: 7, ninth: 8 },
  ...{ '1st': 0, '2nd': 1, '3rd': 2, '4th': 3, '5th': 4, '6th': 5, top: 0, leftmost: 0, topmost: 0 },
  ...{
    last: -1,
    final: -1,
    bottom: -1,
    rightmost: -1,
    erste: 0,
    ersten: 0,
    zweite: 1,
    zweiten: 1,
    dritte: 2,
  },
  ...{ letzte: -1, letzten: -1, premier: 0, première: 0, deuxième: 1, dernier: -1, dernière: -1 },
  ...{ primer: 0, primera: 0, segundo: 1, segunda: 1, último: -1, última: -1 },
};

/** Position that an ordinal names: from 0, or from -1 backwards; null for other words. */
export function ordinalNamed(word: string): number | null {
  return ORDINALS[word.toLowerCase()] ?? null;
}

/** Words of commands; on a canvas they are only meant as a name when they are written exactly as there. */
const FUNCTION_WORDS = new Set(
  `a an the of for to in on at by with and or is are was be it its this that from into as not no yes all every one
  after before between under below next beside them they we i you please add delete remove move rename make new
  connect und oder der die das et le la les y el los then also called first last start end top bottom everything
  nothing else`.split(/\s+/),
);

export function isFunctionWord(word: string): boolean {
  const lower = word.toLowerCase();
  return FUNCTION_WORDS.has(lower) || kinds.has(lower) || shapes.has(lower) || colorOf(lower) !== null;
}
