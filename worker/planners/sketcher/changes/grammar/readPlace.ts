import { PRONOUN } from '../canvas/pronouns.ts';
import { ATOM } from '../language/hideNames.ts';
import { splitsAtRoles } from '../language/roles.ts';
import { FRAME_NOUN, kindNamed } from '../language/words.ts';
import type { Clause } from './clause.ts';
import type { PlaceWords } from './command.ts';

export type Placed = { rest: string; place: PlaceWords | null };

const EDGE =
  /(?:^|[\s,]+)(?:(?:right\s+)?(?:at|to|on|in)\s+the\s+(?:very\s+)?|as\s+(?:the\s+|a\s+)?(?:very\s+|new\s+)?|am\s+|ans\s+|ganz\s+|als\s+|à\s+la\s+|au\s+|en\s+|al\s+|como\s+(?:el\s+|la\s+)?)(?<start>start|beginning|front|top|first|head|anfang|oben|erste[nrs]?|début|premier|première|principio|inicio|primer[oa]?)?(?<end>end|bottom|last|back|final|tail|ende|unten|letzte[nrs]?|fin|dernier|dernière|final|últim[oa])?(?:\s+(?:step|card|one|item|column|thing|position|place|task|note|schritt|karte|étape|paso))?(?:\s+(?:of|in|from|von|in der|de|du|des|del)\s+(?<of>.+))?$/iu;

/** "As a sub-item" behind a place. */
const AS_CHILD =
  /,?\s+(?:as|als|comme|como)\s+(?:(?:an?|its|another|new|eine?n?|une?|una?)\s+)*(?:sub-?\s?\p{L}+|child|children|branch|unter\p{L}+|sous-\p{L}+)$/iu;

/** Where the change before it put something. */
const THERE = /\s+(?:(?:in|into|to|over)\s+)?(?:there|dorthin|dahin|allí|ahí)$/i;
/** The column that something is in: "at the bottom of its column". */
const OWN = new RegExp(`^(?:its|their|seiner|ihrer|sa|su)\\s+(?:${FRAME_NOUN})$`, 'i');

const SIDE =
  /(?:^|[\s,])(?:(?:on|to|at|am)\s+(?:the\s+)?(?:very\s+|far\s+)?(?:(?<start>left(?:most)?)|right(?:most)?)(?:\s+(?:side|hand side|edge|end))?(?:\s+of\s+(?:the\s+)?(?:board|canvas|page))?|(?:ganz\s+)?(?:(?<links>links)|rechts)|(?:tout\s+)?à\s+(?:(?<gauche>gauche)|droite)|a\s+la\s+(?:(?<izquierda>izquierda)|derecha))$/i;

/** "First in Doing", as in "put Draft first in Doing". */
export const EDGE_IN = /\s(first|last)\s(?=(?:in|of)\s)/i;

/** A phrase without the place that it ends in: "Legal check between Draft and Review". */
export function readPlace(typed: string, clause: Clause): Placed {
  const text = typed.replace(AS_CHILD, '');
  const there = THERE.exec(text);
  if (there !== null) return { rest: text.slice(0, there.index), place: { relation: 'in', of: 'it' } };
  const edge = EDGE.exec(text);
  const { start, end, of = null } = edge?.groups ?? {};
  if (edge !== null && (start === undefined) !== (end === undefined)) {
    const relation = start === undefined ? 'end' : 'start';
    return {
      rest: text.slice(0, edge.index).trim(),
      place: { relation, of: OWN.test(of ?? '') ? null : of },
    };
  }
  const side = SIDE.exec(text);
  if (side !== null) {
    const relation = Object.values(side.groups ?? {}).some(Boolean) ? 'start' : 'end';
    return { rest: text.slice(0, side.index).replace(/,$/, '').trim(), place: { relation, of: null } };
  }
  const splits = splitsAtRoles(text, clause.language);
  const found =
    splits.find((split) => isPlace(split, clause)) ?? splits.find((split) => isMissing(split, clause));
  if (found === undefined) return { rest: text, place: null };
  return {
    rest: found.left.replace(STEP_BEFORE, '').replace(/,$/, ''),
    place: { relation: found.relation, of: found.right },
  };
}

/** "As the step" or "connected" before a place. */
const STEP_BEFORE =
  /,?\s+(?:as\s+(?:the\s+|an?\s+)?(?:new\s+)?(?:step|card|column|one|child|item)|(?:(?:that|which)\s+is\s+)?(?:connected|linked|joined|attached|verbunden|reliée?|conectad[oa])|somewhere|anywhere|irgendwo)$/i;

type Split = ReturnType<typeof splitsAtRoles>[number];

function isPlace({ relation, right }: Split, clause: Clause): boolean {
  if (relation === 'between') return betweenOf(right, clause) !== null;
  return PRONOUN.test(right) || clause.isThere(right, { isPlace: true });
}

const NAME = new RegExp(`^(?:the\\s+)?(?:${ATOM}|\\p{Lu}|(?:\\S+\\s+)?(?:${FRAME_NOUN})$)`, 'u');

/** Whether it names a place that is not there, and is not a part of a new text, such as "sign up to a newsletter". */
function isMissing({ left, relation, right }: Split, { names }: Clause): boolean {
  if (left === '' || right.split(' ').length > 5) return false;
  const isVague = relation === 'in' || relation === 'beside';
  return NAME.test(right) || (!isVague && kindNamed(names.show(left)) === null);
}

/** The two phrases of "between A and B". */
export function betweenOf(text: string, { isThere }: Pick<Clause, 'isThere'>): [string, string] | null {
  const joints = [...text.matchAll(/\s+(?:and|und|et|y|&)\s+/gi)].slice(0, 4);
  const pairs = joints.map(({ index, 0: joint }): [string, string] => [
    text.slice(0, index),
    text.slice(index + joint.length),
  ]);
  return pairs.find((pair) => pair.every((phrase) => isThere(phrase))) ?? null;
}
