import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { groupsOf } from './statement.ts';

const NEEDLESS: readonly RegExp[] = [
  /^(?:we|i|you|they)\s+(?:really\s+)?(?:(?:don['’]?t|do not|no longer|won['’]?t|will not)\s+)(?:really\s+|actually\s+)?(?:need|want|have|use|do|require|offer|sell)\s+(?:the\s+)?(.+?)(?:\s+any\s?(?:more|longer))?$/is,
  /^(.+?)\s+(?:(?:is|are)\s+(?:no\s+longer|not|never)|isn['’]?t|aren['’]?t)\s+(?:really\s+)?(?:needed|necessary|required|relevant|wanted|used|there)(?:\s+any\s?(?:more|longer))?$/is,
  /^(.+?)\s+(?:is|are|was|were|has been|have been|got)\s+(?:now\s+)?(?:obsolete|cancell?ed|gone|superfluous|redundant|unnecessary|closed|closed down|dropped|removed|discontinued|dissolved|retired|scrapped|shut down)$/is,
  /^(.+?)\s+(?:has\s+|have\s+|is\s+|are\s+|was\s+|were\s+|got\s+)?(?:left|leaves?|leaving|quits?|resigned|retired|retires|fired|laid off|dismissed)(?:\s+(?:the|our|this)\s+(?:company|firm|team|organi[sz]ation|business|project)|\s+us)?$/is,
  /^(.+?)\s+(?:hat\s+(?:das\s+unternehmen|die\s+firma|uns)\s+verlassen|hat\s+gekündigt|a\s+quitté\s+l['’]entreprise|(?:dejó|ha\s+dejado)\s+la\s+empresa)$/is,
  /^(.+?)\s+(?:can|should|must|has to|have to|needs? to|may)\s+(?:go(?:\s+away)?|be\s+(?:removed|deleted|dropped|cut))$/is,
  /^no\s+(?:need\s+for\s+)?(?:more\s+)?(?:the\s+)?([^,]+?)(?:\s+(?:any\s?(?:more|longer)|please|needed))?$/is,
  /^(?:without)\s+(?:the\s+)?(.+)$/is,
  /^(?:wir|ich)\s+brauchen?\s+(.+?)\s+nicht\s+mehr$/is,
  /^(.+?)\s+(?:brauchen\s+wir\s+nicht\s+mehr|wird\s+nicht\s+mehr\s+gebraucht|fällt\s+weg|entfällt|kann\s+weg|muss\s+weg|weg)$/is,
  /^keine?n?\s+(.+?)\s+mehr$/is,
  /^(?:on|nous)\s+n['’](?:a|avons)\s+plus\s+besoin\s+(?:de\s+la|de\s+l['’]|des?|du|d['’])\s*(.+)$/is,
  /^(.+?)\s+n['’]est\s+plus\s+(?:nécessaire|utile)$/is,
  /^ya\s+no\s+(?:necesitamos|hace\s+falta|queremos)\s+(?:el\s+|la\s+)?(.+)$/is,
];

/** "We don't need Review any more", "Accounting was closed". */
export function readNeedless(clause: Clause): Command[] | null {
  for (const pattern of NEEDLESS) {
    const [what] = groupsOf(pattern, clause.text) ?? [];
    if (what === undefined || what === '') continue;
    return namesLines(what)
      ? [{ kind: 'removeLines', which: what }]
      : [{ kind: 'remove', what: phrasesOf(what, clause) }];
  }
  return null;
}
