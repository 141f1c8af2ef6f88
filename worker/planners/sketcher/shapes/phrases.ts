import { WORD_END } from '../text/colors.ts';
import { ADJECTIVE, COUNT, NOUN_PHRASE } from './vocabulary.ts';

export const END = WORD_END;

/** Source of a pattern for one of several words. */
export function anyOf(...sources: string[]): string {
  return `(?:${sources.join('|')})${END}`;
}

/** What parts two groups of things. */
export const SEPARATOR = `[,;.&+!]|${anyOf('and', 'then', 'plus', 'und', 'et', 'y', 'also')}`;

/** Words that say nothing about a drawing. */
export const FILLER = anyOf(
  'please',
  'thanks',
  'thank you',
  'bitte',
  'that is all',
  'there (?:is|are)',
  'for me',
);

/** Words before the texts of things; the first group tells whether each of them gets the same text. */
export const NAMED = `(?:,?\\s*(?:and\\s+)?(?:(?:each|all|both)(?: of them| one)?\\s+)?(?:which are\\s+|that are\\s+|is\\s+|are\\s+)?${anyOf(
  'called',
  'named',
  'label?led(?: as)?',
  'titled',
  'entitled',
  'saying',
  'reading',
  '(?:that|which) (?:says?|reads?)',
  'with (?:the |an? )?(?:texts?|words?|labels?|names?|titles?|captions?|inscription)(?: (?:saying|of))?',
  'text',
  'mit (?:dem |der )?(?:text|namen|aufschrift|beschriftung)',
  'namens',
  'genannt',
  'avec (?:le |les )?(?:textes?|mots?|noms?)',
  'appelée?s?',
  'nommée?s?',
  'llamad[oa]s?',
  'con (?:el |los )?(?:textos?|nombres?)',
  'for',
  'für',
  'pour',
  'para',
)}\\s*:?|(?:\\s+(?:in (?:it|them|each)|inside))?\\s*[:：])`;

/** "numbered 1 to 6", "labelled A to F", "1-6". */
export const NUMBERED = `(?:,\\s*)?(?:(?:that are\\s+)?(?:${anyOf(
  'numbered',
  'label?led',
  'named',
  'called',
  'nummeriert',
  'numérotée?s?',
  'numerad[oa]s?',
)}|${anyOf('with (?:the )?(?:numbers?|letters?)', 'mit (?:den )?(?:zahlen|nummern)', 'avec (?:les )?(?:numéros|chiffres)', 'con (?:los )?números')})\\s*)?(?:${anyOf('from', 'von', 'de', 'del')}\\s+)?(?<prefix>[a-zÀ-ɏ]{2,20}\\s)?(\\d{1,3}|[a-z])\\s*(?:-|–|…|\\.\\.\\.?|${anyOf('to', 'through', 'till', 'until', 'bis', 'à', 'al?')})\\s*(?:\\k<prefix>)?(\\d{1,3}|[a-z])${END}`;
export const NUMBERED_ALL = anyOf('numbered', 'nummeriert', 'numérotée?s?', 'numerad[oa]s?', 'with numbers');

/** Before what a thing holds. */
export const HOLDING = anyOf(
  '(?:that |which |each |each one )?(?:with|contain(?:s|ing)?|hold(?:s|ing)?|includ(?:es|ing))',
  '(?:(?:that|which) )?(?:has|have)',
  'mit',
  'avec',
  'con',
);
/** Before or behind what a thing holds. */
export const INSIDE_IT = anyOf(
  'inside (?:of )?(?:it|them|each)(?: \\w+)?',
  '(?:in|on|at) (?:it|them|each(?: \\w+)?)',
  'per \\w+',
  'within (?:it|them)',
  'each',
  'darin',
  'drin',
  'dedans',
  'à l.intérieur',
  'dentro',
);
/** Behind what a thing holds. */
export const INSIDE = anyOf(INSIDE_IT, 'inside', 'in the \\w+');
/** Behind what stands below something. */
export const BELOW = anyOf(
  'below(?: (?:it|that))?',
  'under(?:neath)?(?: (?:it|that))?',
  'beneath(?: it)?',
  'darunter',
  'dessous',
  'debajo',
);
export const AROUND = anyOf(
  '(?:arranged )?(?:all )?around(?: (?:it|the (?:hub|middle|cent(?:er|re)|outside)))?',
  'drum ?herum',
  '(?:rund|darum )herum',
  'ringsum',
  'autour',
  'alrededor',
);
export const IN_THE_MIDDLE = anyOf(
  '(?:in|at) the (?:middle|cent(?:er|re))(?! of)',
  'on (?:the )?top(?! of)',
  'in der mitte',
  'au (?:milieu|centre)',
  'en (?:el medio|el centro)',
);

const PLACED =
  '(?:(?:all|that are|which are)\\s+)?(?:(?:arranged|placed|laid out|lined up|aligned|standing|set|put|stacked|angeordnet|disposés|dispuestos)\\s+)?';

/** Arrangements that have no numbers. */
export const ARRANGED: readonly {
  source: string;
  as: 'row' | 'column' | 'ring' | 'square' | 'grid' | 'tree';
}[] = [
  {
    as: 'row',
    source: `${PLACED}${anyOf('(?:in|on|as|into) (?:an? |one |the |another )?(?:(?:single|straight|horizontal|first|second|third|next|new|other|top|bottom|upper|lower) )*(?:row|line)', '(?:next to|beside) (?:each other|one another)', 'side by side', 'horizontal(?:ly)?', '(?:from )?left to right', 'nebeneinander', 'in einer (?:reihe|zeile)', 'côte à côte', 'en ligne', 'en (?:una )?(?:fila|línea)')}`,
  },
  {
    as: 'column',
    source: `${PLACED}${anyOf('(?:in|as|into) (?:an? |one )?(?:single |vertical )*(?:column|stack|pile)', '(?:below|under|underneath|on top of|above) (?:each other|one another)', 'vertical(?:ly)?', 'stacked', '(?:from )?top to bottom', 'untereinander', 'übereinander', 'in einer spalte', 'en colonne', 'en (?:una )?columna')}`,
  },
  {
    as: 'ring',
    source: `${PLACED}${anyOf('(?:in|as|into|forming|to form|on) (?:an? |one )?(?:big |large )?(?:circle|ring|loop|cycle|triangle|pentagon|hexagon|star)', 'im kreis', '(?:in|zu) einem (?:kreis|ring|dreieck)', 'en (?:cercle|rond|triangle)', 'en (?:un )?(?:círculo|triángulo)')}`,
  },
  {
    as: 'square',
    source: `${PLACED}${anyOf('(?:in|as|into|forming) an? (?:square|rectangle)', 'im quadrat')}`,
  },
  {
    as: 'grid',
    source: `${PLACED}${anyOf('(?:in|as|into) an? (?:grid|matrix|table)', 'im raster', 'en (?:grille|cuadrícula)')}`,
  },
  { as: 'tree', source: `${PLACED}${anyOf('(?:in|as|into) an? (?:binary )?(?:tree|hierarchy|pyramid)')}` },
];

const BY = '\\s*(?:x|×|\\*|by|mal|par|sur|por)\\s*';
const LINES = {
  rows: '(?:rows?|reihen?|zeilen?|lignes?|filas?)',
  columns: '(?:columns?|cols?|spalten?|colonnes?|columnas?)',
};
const GRID = '(?:grid|matrix|table|raster|gitter|tabelle|grille|cuadrícula)';
const OF = '(?:of|with|from|aus|von|mit|de|con|avec)';

/** "3 by 4 grid of", "in a 3x4 grid", "grid of 3 by 4": columns and rows. */
export const GRID_SIZE = `${PLACED}(?:in\\s+)?(?:an?\\s+|ein(?:em|en)?\\s+|une?\\s+|una?\\s+)?(?:empty\\s+|blank\\s+)?(?:(?:grid|matrix|table|raster|grille|cuadrícula)\\s+${OF}\\s+)?(\\d{1,2})${BY}(\\d{1,2})${END}(?!\\s*(?:px|pixels?|cm|mm|inch))(?:\\s+${GRID}${END})?(?:\\s+${OF}${END})?`;
/** "3 rows of 4", "3 rows and 4 columns of", "in 2 columns". */
export const LINES_SIZE = `${PLACED}(?:(?:in|with|of|table with|grid with|grid of)\\s+)?(${COUNT})\\s+(${LINES.rows}|${LINES.columns})${END}(?:\\s*(?:,|and|by|und|et|y|x)?\\s*(${COUNT})\\s+(?:${LINES.rows}|${LINES.columns})${END})?(?:\\s+(?:of|with|aus|von|mit|de|con|each with)${END}|\\s+each${END})?`;
/** Whether a word of `LINES_SIZE` means rows. */
export function isRows(word: string): boolean {
  return new RegExp(`^${LINES.rows}$`).test(word);
}

/** "chain of", "ring of", "binary tree with": an arrangement before the things that are in it. */
export const FIGURE = `(?:(?:an?|one|eine?|une?|una?)\\s+)?(?:(?:simple|single|closed|horizontal|vertical|binary|small|kleine[nrs]?)\\s+)*(row|line|reihe|fila|ligne|column|stack|pile|chain|kette|chaîne|cadena|ring|circle|cycle|loop|kreis|cercle|círculo|triangle|dreieck|triángulo|star|tree|hierarchy|set|group|bunch|grid|pyramid)\\s+${OF}`;

/** What joins things, and how it looks. */
const LINE = '(?:arrows?|lines?|connect(?:ions?|ors?)|pfeile?n?|linien?|flèches?|lignes?|flechas?|líneas?)';
const DASHED = '(?:dashed|dotted|gestrichelte?[nrs]?|gepunktete?[nrs]?)';
/** "connected", "each connected to the next", "with arrows between them". */
export const CONNECTED = `(?:${anyOf('each(?: one)?', 'all', 'and', 'that are', 'which are', 'alle', 'tous', 'todos')}\\s+)*(?:${anyOf(
  'connected',
  'linked',
  'joined',
  'chained',
  'connect (?:them|all|everything)(?: all)?',
  'link them(?: all)?',
  `(?:miteinander )?(?:(?:mit|durch|per) (?:eine[mnr]? )?(?:${DASHED} )?${LINE} )?verbunden`,
  'reliée?s?',
  'connectée?s?',
  'conectad[oa]s?',
  `with (?:an? )?(?:${DASHED} )?${LINE}(?: (?:between|connecting) (?:them|each|all|both))?`,
  `(?:an? |one )?(?:${DASHED} )?${LINE} (?:in )?between(?: (?:them|each|all|both)|(?=\\s*(?:[,;.]|$)))`,
)})`;
export const EACH_WITH_EACH = anyOf(
  '(?:(?:each(?: of them| one)?|all(?: of them)?|every \\w+|everyone|they) )?(?:(?:is|are) )?(?:all )?(?:fully connected|(?:connected|linked|joined|wired) (?:to|with) (?:all(?: (?:of )?(?:the )?others)?|(?:the|both) others?(?: (?:two|three|ones?))?|the other (?:two|three|ones?)|every (?:other|one)(?: one)?|each of the others))',
);
export const CONNECTED_HOW = anyOf(
  '(?:to|with) (?:each other|one another|the next(?: one| \\w+)?|its? neighbou?rs?)',
  `(?:by|with|through|via|using|par|avec|por|con|mediante) (?:an? |une? |una? )?(?:${DASHED} )?${LINE}(?: (?:pointillée?s?|discontinu[oa]s?))?`,
  'in (?:order|sequence|turn)',
  'one after (?:the other|another)',
  'together',
  '(?:going )?(?:counter-?)?clockwise',
  'miteinander',
  'entre (?:eux|elles|sí)',
  'from (?:left to right|first to last)',
);

/** "an arrow from A to B", "connect A to B": what follows are the two ends. */
export const ARROW_FROM = `(?:${anyOf('and', 'with', 'then', 'mit', 'avec', 'con')}\\s+)?(?:(?:draw |add |put )?(?:an?|one|the|ein|einem|une|una)?\\s*(?:${ADJECTIVE}\\s+)*(?:arrow|line|connection|link|connector|pfeil|linie|flèche|ligne|flecha|línea)s?\\s+(?:(?:pointing|going|leading|running)\\s+)?(?:from|between|von|zwischen|de|entre)${END}(?!\\s+(?:them|each|both|all|these)${END})|(?:connect|link|join)(?!\\s+(?:them|all|each|every)${END})${END})`;
/** "with an arrow to": what follows is the next thing. */
export const ARROW_TO_NEXT = `(?:${anyOf('and', 'then', 'with')}\\s+)?(?:${COUNT}\\s+)?(?:(?:dashed\\s+)?(?:arrow|line|connector)s?\\s+(?:(?:pointing|leading|going)\\s+)?|(?:(?:which|that|it)\\s+)?(?:pointing|points|leads|leading|goes|connects)\\s+)(?:to|into)${END}(?=\\s+${NOUN_PHRASE})`;
/** "labelled yes": the text of a connector. */
export const LABEL = `(?:,?\\s*(?:(?:which|that) (?:is|are) )?${anyOf(
  'label?led',
  'saying',
  'called',
  'named',
  '(?:that|which) says?',
  'with (?:the |an? )?(?:label|text|word)s?',
  'beschriftet mit',
  'mit (?:der )?(?:auf|be)schrift(?:ung)?',
  'étiquetée?s?',
  'con (?:la |el )?(?:etiqueta|texto)',
)})\\s*:?\\s*([^,;.]{1,60})(?=[,;.]|$)`;
/** Between the ends of an arrow. */
export const ARROW_TO = `\\s+(?:to|with|into|zu|nach|mit|à|a)\\s+|\\s*(?:->|→)\\s*`;

/** Words that tell how things stand or are connected. */
export const STANDS: readonly string[] = [
  ...ARRANGED.map(({ source }) => source),
  ...[AROUND, CONNECTED, EACH_WITH_EACH, LINES_SIZE],
];
