import { editDistance } from '../../text/typos.ts';
import type { Language } from '../language/words.ts';

/** What a command begins with. */
export type Action =
  | 'add'
  | 'remove'
  | 'clear'
  | 'rename'
  | 'replace'
  | 'make'
  | 'mark'
  | 'highlight'
  | 'move'
  | 'swap'
  | 'split'
  | 'merge'
  | 'group'
  | 'sort'
  | 'reverse'
  | 'duplicate'
  | 'connect'
  | 'disconnect'
  | 'label'
  | 'redirect'
  | 'arrange'
  | 'revert'
  | 'finish'
  | 'fix'
  | 'letters';

const VERBS: Record<Language, Partial<Record<Action, string>>> = {
  en: {
    revert: 'undo|revert|roll ?back|take[ ]back',
    clear: 'clear out|clear|empty out|empty',
    remove:
      'delete|remove|erase|drop|cut out|cut|kill|discard|scrap|eliminate|take away|take out|take off|throw out|throw away|get rid of|cross out|strike out|strike|lose|ditch|dump|bin|trash',
    rename: 'rename|retitle|relabel|call|name',
    replace: 'replace|substitute|migrate|upgrade|change|update|edit|correct',
    highlight: 'highlight|emphasi[sz]e',
    finish: 'finish|complete|check off|tick off|close',
    mark: 'mark|flag|set',
    swap: 'swap|switch|exchange|trade',
    split: 'split up|split|divide|break up|break down|break|separate',
    merge: 'merge|combine|unite|consolidate|fuse|join together',
    group: 'group|bundle|wrap|box in',
    sort: 'sort|order|alphabeti[sz]e|rank',
    reverse: 'reverse|invert|flip|turn around|switch around|flip around',
    duplicate: 'duplicate|copy|clone|repeat',
    disconnect: 'disconnect|unlink|detach|unconnect',
    connect: 'connect|link|join|wire up|wire|hook up|tie|attach',
    label: 'label|annotate|caption',
    redirect: 'redirect|reroute|reconnect|re-?point|point',
    arrange:
      'tidy up|tidy|clean up|cleanup|auto-?align|align|arrange|re-?arrange|organi[sz]e|re-?organi[sz]e|straighten(?: out)?|auto-?layout|re-?layout|lay out|layout|neaten|beautify|distribute|space out',
    move: 'keep|postpone|delay|reschedule|bring forward|push back|move|drag|shift|transfer|bring|relocate|put back|send|push|pull|take',
    add: 'add in|add|hang|install|squeeze in|hire|recruit|appoint|ad|insert|append|include|put in|create|draw|introduce|place|put|stick|write',
    make: 'make|turn|show|colou?r|paint|recolou?r|convert|give|shade|tint|reset',
    fix: 'fix',
    letters: 'upper ?case|lower ?case|capitali[sz]e',
  },
  de: {
    revert: 'rückgängig|mach das rückgängig|mache das rückgängig|mach es rückgängig|nimm das zurück',
    clear: 'leere|räume? aus',
    remove: 'lösche|lösch|entferne|entfern|streiche|streich',
    rename: 'benenne|benenn|nenne|nenn',
    replace: 'ersetze|ersetz|ändere|änder',
    mark: 'markiere|markier|setze|setz',
    swap: 'tausche|tausch|vertausche|vertausch',
    split: 'teile|teil|spalte',
    merge: 'fasse|fass|verschmelze|vereine|kombiniere',
    group: 'gruppiere',
    sort: 'sortiere|sortier',
    duplicate: 'dupliziere|kopiere|kopier',
    disconnect: 'trenne|trenn',
    connect: 'verbinde|verbind|verknüpfe',
    label: 'beschrifte',
    arrange: 'räume auf|räum auf|ordne|richte aus|aufräumen',
    reverse: 'kehre um|kehr um|drehe um|dreh um',
    move: 'verschiebe|verschieb|bewege|schiebe|schieb',
    add: 'füge|füg|ergänze|ergänz|erstelle|hinzufügen|setze ein|neue?r?s?',
    make: 'mach|mache|färbe|färb|male',
  },
  fr: {
    revert: 'annule|annuler|défais',
    clear: 'vide|vider',
    remove: 'supprime|supprimer|supprimez|enlève|enlever|enlevez|efface|effacer|retire|retirer|retirez',
    rename: 'renomme|renommer|renommez|appelle',
    replace: 'remplace|remplacer|remplacez|change|changer|modifie',
    mark: 'marque|marquer|marquez',
    swap: 'échange|échanger|échangez|intervertis',
    split: 'divise|diviser|sépare|scinde',
    merge: 'fusionne|fusionner|combine',
    group: 'groupe|regroupe',
    sort: 'trie|trier|classe',
    duplicate: 'duplique|dupliquer|copie|copier',
    disconnect: 'déconnecte|déconnecter',
    connect: 'connecte|connecter|relie|relier|reliez',
    arrange: 'range|ranger|rangez|réorganise|réorganiser|réarrange|réarranger|aligne|organise|organiser',
    reverse: 'inverse|inverser',
    move: 'déplace|déplacer|déplacez',
    add: 'ajoute|ajouter|ajoutez|insère|insérer|insérez|crée|créer',
    make: 'mets|mettez|colorie|colorier|rends|passe',
  },
  es: {
    revert: 'deshaz|deshacer|deshace',
    clear: 'vacía|vaciar',
    remove: 'elimina|eliminar|borra|borrar|quita|quitar|suprime',
    rename: 'renombra|renombrar|llama',
    replace: 'reemplaza|reemplazar|sustituye|cambia|cambiar',
    mark: 'marca|marcar',
    swap: 'intercambia|intercambiar',
    split: 'divide|dividir|separa',
    merge: 'fusiona|combina|une',
    group: 'agrupa',
    sort: 'clasifica|ordena alfabéticamente',
    duplicate: 'duplica|duplicar|copia|copiar',
    disconnect: 'desconecta|desconectar',
    connect: 'conecta|conectar|enlaza',
    arrange: 'ordena|ordenar|reordena|organiza|organizar|reorganiza|reorganizar|alinea|vuelve a ordenar',
    reverse: 'invierte|invertir',
    move: 'mueve|mover|pasa|traslada',
    add: 'añade|añadir|agrega|agregar|inserta|insertar|crea|crear',
    make: 'pon|pinta|pintar|colorea|haz',
  },
};

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
const all = LANGUAGES.flatMap((language) =>
  Object.entries(VERBS[language]).map(([action, words]) => ({ language, action: action as Action, words })),
);

/** What stands behind a verb: the end, a space, or a name. */
const END = '(?=[\\s:,]|$)';
const verbs = all.map(({ language, action, words }) => ({
  ...{ language, action },
  pattern: new RegExp(`^(?:${words})${END}`, 'iu'),
}));

/** Source of a pattern for any verb of a command. */
export const VERB = `(?:${all.map(({ words }) => words).join('|')})${END}`;

export type VerbFound = { action: Action; language: Language; rest: string; word: string };

/** The verbs that a clause may begin with, and what follows; a word may be one of several languages. */
export function leadingVerbs(clause: string): VerbFound[] {
  return verbs.flatMap(({ language, action, pattern }) => {
    const word = pattern.exec(clause)?.[0];
    return word === undefined
      ? []
      : [{ language, action, word, rest: clause.slice(word.length).replace(/^[\s:]+/, '') }];
  });
}

/** Single words of five letters or more, which may be misspelt. */
const spellings = all.flatMap(({ words }) => words.split('|')).filter((word) => /^[\p{Ll}]{4,}$/u.test(word));

/** The clause with a misspelt verb at its beginning put right; null if it has none. */
export function withCorrectVerb(clause: string): string | null {
  const word = /^[\p{L}]{4,14}(?=\s)/u.exec(clause)?.[0].toLowerCase();
  if (word === undefined || spellings.includes(word)) return null;
  const near = spellings.find(
    (verb) =>
      Math.abs(verb.length - word.length) <= 1 && verb[0] === word[0] && editDistance(verb, word) === 1,
  );
  const far = spellings.find(
    (verb) => verb.length >= 7 && verb[0] === word[0] && editDistance(verb, word) === 2,
  );
  const found = near ?? far;
  return found === undefined ? null : found + clause.slice(word.length);
}

/** German puts a verb or its first part at the end: "füge X hinzu", "X löschen". */
const FINAL: readonly (readonly [RegExp, string])[] = [
  [/\s(?:hinzufügen|einfügen|ergänzen|anlegen)$/i, 'füge'],
  [/\s(?:löschen|entfernen|streichen)$/i, 'lösche'],
  [/\sumbenennen$/i, 'benenne'],
  [/\s(?:verschieben|bewegen)$/i, 'verschiebe'],
  [/\sverbinden$/i, 'verbinde'],
  [/\s(?:vertauschen|tauschen)$/i, 'tausche'],
  [/\sersetzen$/i, 'ersetze'],
  [/\s(?:färben|machen)$/i, 'mach'],
  [/\s(?:duplizieren|kopieren)$/i, 'kopiere'],
  [/\ssortieren$/i, 'sortiere'],
  [/\s(?:anordnen|ordnen|aufräumen)$/i, 'ordne'],
];

/** Verbs of two words, which may stand apart: "turn the arrows around", "räum die Tafel auf". What is added may end so. */
const PARTED = all.flatMap(({ action, words }) => {
  if (action === 'add' || action === 'group') return [];
  return words.split('|').flatMap((phrase) => {
    const [verb, particle, more] = phrase.split(' ');
    const isVerb = more === undefined && /^\p{L}+$/u.test(`${verb}${particle ?? '-'}`);
    return isVerb ? [{ phrase, begin: `${verb} `, end: ` ${particle}` }] : [];
  });
});

/** The clause with its verb in front, and whole: with the part at its end, or without one that only German has. */
export function withVerbInFront(clause: string): string {
  const lower = clause.toLowerCase();
  const parted = PARTED.find(
    ({ begin, end }) =>
      lower.startsWith(begin) && lower.endsWith(end) && lower.length > begin.length + end.length,
  );
  if (parted !== undefined) {
    return `${parted.phrase} ${clause.slice(parted.begin.length, -parted.end.length)}`;
  }
  for (const [pattern, verb] of FINAL) {
    if (pattern.test(clause)) return `${verb} ${clause.replace(pattern, '')}`;
  }
  const isGerman = leadingVerbs(clause).some(({ language }) => language === 'de');
  return isGerman ? clause.replace(/\s(?:hinzu|ein|um|ab|aus|zusammen|zu)$/i, '') : clause;
}
