import { splitSentences } from './sentences.ts';
import { splitCommas } from './split.ts';

/**
 * What a statement says of a hierarchy: what stands below what (`upper` is null for "their children are …" and "under
 * her: …", which speak of the subject before), or that two names mean one thing.
 */
export type Relation =
  | { kind: 'below'; upper: string | null; lower: string }
  | { kind: 'same'; name: string; text: string };

const ABOVE =
  /^(.{1,60}?)\s+(?:manages?|leads?|supervises?|oversees?|runs|heads|has|have|had|owns?|with|contains?|includes?|comprises?|covers|over|consists? of|(?:is|are) (?:the )?(?:boss|head|parent|made up of|divided into|split into|grouped into)(?: of)?|(?:splits?|divides?) into|leitet|führt|hat|haben|umfasst|besteht aus|dirige|tiene|tienen|incluye|comprend|possède|tem|(?:mit|avec|con)(?=\s+(?:(?:den|dem|der|les?|la|los|las|\p{L}{3,6})\s+)?(?:Abteilung|Bereich|Gruppe|Team|Kind|Filiale|Standort|équipe|département|service|enfant|equipo|departamento|hij[oa]s)))\s+(.+)$/isu;
const BELOW =
  /^(.{1,120}?)\s+(?:all\s+)?(?:reports?|reporting|answers?|belongs?|(?:is|are) part of|berichte(?:t|n)|gehör(?:t|en)|reportan?(?! to)|rapporten?t?|works? for|(?:is|are|works?|sits?)?\s*(?:under|below|beneath))\s*(?:directly\s+)?(?:(?:to|an|zu|a|à)\s+)?(.+)$/is;
const UNDER =
  /^(?:(?:(?:directly )?(?:reporting|reports?) to|under|below|unter|bajo|sous)\s+(.{1,60}?)\s*(?::|,|\bare\b|\bis\b|\bsind\b))\s*(.+)$/is;
/** "Jim's reports: Ann, Bob", "Jim's team is Ann and Bob". */
const REPORTS_OF =
  /^(.{1,60}?)['’]s?\s+(?:direct\s+)?(?:reports?|team|people|staff|subordinates|employees)\s*(?::|\bare\b|\bis\b)\s*(\S.*)$/is;
/** "…, and so does Eva": she stands below what the statement before speaks of. */
const SO = /^(?:and\s+)?(?:so|as)\s+(?:do|does|is|are)\s+(.+)$/is;
const PRONOUN = /^(?:him|her|them|it|ihm|ihr|ihnen|lui|elle|eux|elles|él|ella|ellos)$/i;
/** "…, darunter Ute und Tim": who stands below what the statement before speaks of. */
const BENEATH =
  /^(?:and\s+|und\s+)?(?:darunter|(?:under|below) (?:him|her|them)|unter (?:ihm|ihr|ihnen))\s*:?\s+(?:(?:is|are|we have|ist|sind|stehen|kommen)\s+)?(\S.*)$/is;
/** "Ihm unterstehen Klein und Groß": who stands above comes first. */
const SUBORDINATE = /^(.{1,60}?)\s+unterst(?:eht|ehen)\s+(.+)$/is;
const DATIVE = /^(?:ihm|ihr|ihnen|dem|den)(?=\s|$)/i;
const THEIRS = /^(?:their|her|his|its)\s+\p{L}+\s+(?:is|are|were)\s+(.+)$/isu;
const KIND_OF = /^(.{1,60}?)\s+(?:is|are)\s+(?:an?|(?:a )?(?:kind|type|sort)s? of)\s+(.+)$/is;
const KINDS =
  /^(.{1,60}?)\s+(?:is|are|can be|sind|son|sont)\s+(?:either\s+)?(.+(?:,|\bor\b|\band\b|\boder\b|\bund\b|\by\b|\bet\b).+)$/is;
const ROLE =
  /^(.{1,40}?)\s+(?:is|ist|est|es)\s+(?:the\s+|our\s+|die\s+|der\s+|le\s+|la\s+)?([\p{L}&-]+(?:\s[\p{L}&-]+){0,2})$/isu;
/** "Sales wird von Ann geleitet": Sales, geleitet von Ann. */
const LED_ABROAD = /^(.{1,40}?)\s+(?:wird|werden)\s+(von\s+\S+(?:\s\S+)?)\s+(geleitet|geführt)$/isu;
const MARRIED = /^(.{1,40}?)\s+(?:married|is married to|and)\s+(\p{Lu}\S*)(?:\s+(?:are|were)\s+married)?$/isu;

/** "With teams", "hat die Abteilungen": a hierarchy, whatever else a text says. */
export const HAS_GROUPS =
  /(?<!\p{L})(?:with|has|have|mit|hat|haben|avec|con|tiene)\s+(?:(?:the|den|die|les|los|las|[\p{L}\d]{1,6})\s+)?(?:sub-?)?(?:teams|departments|divisions|Abteilungen|Bereichen?|équipes|départements|equipos|departamentos)(?!\p{L})/iu;

/** What a statement says of a hierarchy; null when it says nothing of it. */
export function readRelation(statement: string): Relation | null {
  const text = statement.replace(/\.$/, '');
  const theirs = (THEIRS.exec(text) ?? SO.exec(text) ?? BENEATH.exec(text))?.[1];
  if (theirs !== undefined) return { kind: 'below', upper: null, lower: theirs };
  const under = UNDER.exec(text) ?? REPORTS_OF.exec(text);
  if (under?.[1] !== undefined && under[2] !== undefined) return below(under[1], under[2]);
  const [, led, by, way] = LED_ABROAD.exec(text) ?? [];
  if (led !== undefined) return { kind: 'same', name: led, text: `${led}, ${way} ${by}` };
  const upward = subordinate(text) ?? BELOW.exec(text) ?? KIND_OF.exec(text);
  if (upward?.[1] !== undefined && upward[2] !== undefined) return below(upward[2], upward[1]);
  const downward = ABOVE.exec(text) ?? KINDS.exec(text);
  if (downward?.[1] !== undefined && downward[2] !== undefined)
    return below(downward[1], downward[2].replaceAll(/\s+(?:or|oder|ou)\s+/gi, ', '));
  const married = /\bmarried\b/i.test(text) ? MARRIED.exec(text) : null;
  if (married?.[1] !== undefined)
    return { kind: 'same', name: married[1], text: `${married[1]} and ${married[2]}` };
  const role = ROLE.exec(text);
  return role?.[1] === undefined ? null : { kind: 'same', name: role[1], text: `${role[1]}, ${role[2]}` };
}

/** What stands below, and what above, as the groups of the other patterns. */
function subordinate(text: string): readonly string[] | null {
  const [whole, first, second] = SUBORDINATE.exec(text) ?? [];
  if (whole === undefined || first === undefined || second === undefined) return null;
  const isSubject = /untersteht\s/i.test(whole) || /,|\sund\s/.test(first);
  return isSubject && !DATIVE.test(first) ? [whole, first, second] : [whole, second, first];
}

const below = (upper: string, lower: string): Relation => ({
  kind: 'below',
  upper: PRONOUN.test(upper.trim()) ? null : upper,
  lower,
});

/** Statements of a text: its sentences, and what follows a comma where that is a statement of its own. */
export function splitStatements(text: string): string[] {
  return splitSentences(text).flatMap((sentence) => {
    const statements: string[] = [];
    for (const piece of splitCommas(sentence)) {
      const last = statements.at(-1);
      if (
        last === undefined ||
        BENEATH.test(piece) ||
        (readRelation(last) !== null && (isStatement(piece) || isNextPosition(last, piece)))
      )
        statements.push(piece);
      else statements[statements.length - 1] = `${last}, ${piece}`;
    }
    return statements;
  });
}

/** "CTO Tom with teams A and B, CFO Lisa": a position like that of the statement before, and unlike those below it. */
function isNextPosition(statement: string, piece: string): boolean {
  const relation = readRelation(statement);
  if (relation?.kind !== 'below' || relation.upper === null) return false;
  const rank = rankOf(piece);
  return (
    rank !== null &&
    rank === rankOf(splitCommas(relation.upper).at(-1) ?? '') &&
    rank !== rankOf(relation.lower)
  );
}

const CHIEF = /^(?:the\s+)?C[A-Z]{1,2}O(?!\p{L})/u;
const RANK =
  /^(?:the\s+)?(head|vp|vice president|director|manager|lead|leiter(?:in)?|(?:bereichs|abteilungs|team)leiter(?:in)?|chef(?:in)?|directeur|directrice|jefe)(?!\p{L})/iu;

/** What kind of position a name begins with, null for none. */
export function rankOf(name: string): string | null {
  return CHIEF.test(name) ? 'chief' : (RANK.exec(name)?.[1]?.toLowerCase() ?? null);
}

function isStatement(piece: string): boolean {
  const relation = readRelation(piece.replace(/^(?:and|und|y|et)\s+/i, ''));
  return (
    relation !== null &&
    (relation.kind === 'same' || relation.upper === null || relation.upper.split(' ').length <= 5)
  );
}
