import { titleOf } from '../instruction/title.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { capitalise } from '../text/plain.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitCommas, splitList } from '../text/split.ts';

const HEAD = /^([^:：,;.!?\n]{2,100}?)(?:[:：]| [-–—])\s+/;
/** "Kickoff May 3" is a date. */
const ABILITY =
  /^(?:(?:and|but|the|an?|die|der|les?|los|las|el|la)\s+)*(\S.{0,40}?) (?:can|may|is allowed to|are allowed to|kann|können|darf|dürfen|peut|peuvent|puede|pueden) (?!\d)(also |only |not )?(\S.*)$/is;
const LAST = /[.!]+$/;

/** Draws who may do what as a frame for each: "admin can create and edit; viewer can only read". */
export function readAbilities(text: string): PlanBuilder | null {
  const [whole = '', head = ''] = HEAD.exec(text) ?? [];
  const roles = splitSentences(text.slice(whole.length))
    .flatMap(rolesIn)
    .map((role) => ABILITY.exec(role.replace(LAST, '')));
  if (roles.length < 2) return null;
  const plan = new PlanBuilder(titleOf(head) || 'Who can do what', 'grid');
  for (const role of roles) {
    const [, name, limit = '', actions] = role ?? [];
    if (name === undefined || actions === undefined) return null;
    const parent = plan.frame(capitalise(name));
    const added = limit.startsWith('also') ? '' : limit;
    for (const action of splitList(actions))
      plan.node(`${added}${action}`, { shape: 'sticky', color: 'yellow', parent });
  }
  return plan;
}

/** "nurse can read and update, doctor can sign": parts of a sentence that have a subject of their own. */
function rolesIn(sentence: string): string[] {
  const roles: string[] = [];
  for (const piece of splitCommas(sentence)) {
    const last = roles.pop();
    if (last === undefined) roles.push(piece);
    else roles.push(...(ABILITY.test(piece) ? [last, piece] : [`${last}, ${piece}`]));
  }
  return roles;
}
