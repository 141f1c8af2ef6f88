/** Words for the whole canvas, in English, German, French and Spanish. */
const WORDS = [
  'it|its|this|that|everything|all|whole|entire|the|my|our|of|things?|stuff|diagram|layout|canvas|board|chart|drawing|graph|page|flow|mess|document',
  'das|die|der|den|dem|alles|es|ganze[ns]?|meine?|unsere?|diagramm|tafel|zeichnung|seite|anordnung',
  'ça|tout|toute|le|la|les|ce|mon|ma|notre|diagramme|tableau|schéma|dessin',
  'todo|toda|el|los|las|esto|mi|nuestro|diagrama|tablero|lienzo|dibujo|esquema',
].join('|');
const OBJECTS =
  'them|boxes|shapes|objects|nodes|steps|cards|notes|arrows|lines|kästen|karten|schritte|boîtes|cartes|étapes|cajas|tarjetas|pasos';
const only = (words: string) => new RegExp(`^(?:(?:${words})(?:\\s+|$))*$`, 'iu');
const CANVAS = only(WORDS);
const ALL_OBJECTS = only(`${WORDS}|${OBJECTS}`);

/** Whether a phrase names no object but the whole canvas: "the whole board", "alles", or nothing at all. */
export function isWholeCanvas(phrase: string): boolean {
  return CANVAS.test(phrase.trim());
}

/** Whether a phrase names the canvas, or all that is on it: "the boxes". */
export function isEverything(phrase: string): boolean {
  return ALL_OBJECTS.test(phrase.trim());
}

/** Source of a pattern for the name of a kind of diagram. */
export const DIAGRAM_NAME =
  '(?:swot|kanban|mind ?-?map|flow ?-?chart|time ?-?line|road ?-?map|org(?:ani[sz]ation)? chart|retrospective|pros and cons|matrix|user journey|sequence diagram|class diagram)';
