import { namesLines } from '../canvas/lineWords.ts';
import { PRONOUN } from '../canvas/pronouns.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { ATOM } from '../language/hideNames.ts';
import { withoutArticle } from '../language/words.ts';
import { addition, groupsOf } from './statement.ts';

/** What is read from the groups of a pattern. */
type Reader = (groups: readonly string[], clause: Clause) => Command[] | null;

/** "After Draft go to Review" tells a way, and names nothing new. */
const PLACE = /^(?:after|before|from|behind|nach|vor|von|hinter|après|avant|después|antes|tras)\s/i;
const PERSON = /^(?:he|she|they|er|sie|il|elle)$/i;

/** Who takes the place of whom. */
function readSuccessor([what = '', to = '']: readonly string[], clause: Clause): Command[] | null {
  return clause.isThere(what) && !clause.isThere(to)
    ? one({ kind: 'rename', what, to: clause.names.show(to) })
    : null;
}

/** What happened, in the words of people who don't say what is to be drawn: the surest first. */
const EVENTS: readonly (readonly [patterns: readonly RegExp[], read: Reader])[] = [
  [
    [
      /^(.{1,60}?)\s+(?:leaves|left|is\s+leaving|has\s+left|quits?|resigns|resigned|retires|retired)(?:\s+us)?(?:,|,?\s+and|\s+so)\s+(?:now\s+)?(.{1,60}?)\s+(?:(?:now\s+|will\s+)?takes?\s+over(?:\s+(?:from|for)\s+(?:him|her|them))?|steps?\s+in|(?:follows|succeeds|replaces)(?:\s+(?:him|her|them))?|takes\s+(?:his|her|their)\s+(?:place|job|role|position))$/is,
      /^(.{1,60}?)\s+(?:geht|kündigt|hört\s+auf|verlässt\s+(?:uns|die\s+firma))(?:,|,?\s+und)\s+(?:dafür\s+(?:kommt\s+)?)?(.{1,60}?)(?:\s+(?:übernimmt|kommt|folgt|ersetzt\s+(?:ihn|sie)))?$/is,
    ],
    readSuccessor,
  ],
  [
    [
      /^(?:we|i|you|they)\s+(?:really\s+)?(?:(?:don['’]?t|do not|no longer|won['’]?t|will not)\s+)(?:really\s+|actually\s+)?(?:need|want|have|use|do|require|offer|sell)\s+(?:the\s+)?(.+?)(?:\s+any\s?(?:more|longer))?$/is,
      /^(.+?)\s+(?:(?:is|are)\s+(?:no\s+longer|not|never)|isn['’]?t|aren['’]?t)\s+(?:really\s+)?(?:needed|necessary|required|relevant|wanted|used|there)(?:\s+any\s?(?:more|longer))?$/is,
      /^(.+?)\s+(?:is|are|was|were|has been|have been|got)\s+(?:now\s+)?(?:obsolete|cancell?ed|gone|superfluous|redundant|unnecessary|closed down|dropped|removed|discontinued|dissolved|retired|scrapped|shut down)$/is,
      /^(.+?)\s+(?:has\s+|have\s+|is\s+|are\s+|was\s+|were\s+|got\s+)?(?:left|leaves?|leaving|quits?|resigned|retired|retires|fired|laid off|dismissed)(?:\s+(?:the|our|this)\s+(?:company|firm|team|club|school|organi[sz]ation|business|project)|\s+us)?$/is,
      /^(.+?)\s+(?:hat\s+(?:das\s+unternehmen|die\s+firma|das\s+team|uns)\s+verlassen|hat\s+gekündigt|a\s+quitté\s+l['’](?:entreprise|équipe)|(?:dejó|ha\s+dejado)\s+(?:la\s+empresa|el\s+equipo))$/is,
      /^(.+?)\s+(?:can|should|must|has to|have to|needs? to|may)\s+(?:go(?:\s+away)?|be\s+(?:removed|deleted|dropped|cut))$/is,
      /^no\s+(?:need\s+for\s+)?(?:more\s+)?(?:the\s+)?([^,]+?)(?:\s+(?:any\s?(?:more|longer)|please|needed))?$/is,
      /^(?:without)\s+(?:the\s+)?(.+)$/is,
      /^(?:wir|ich)\s+brauchen?\s+(.+?)\s+nicht\s+mehr$/is,
      /^(.+?)\s+(?:brauchen\s+wir\s+nicht\s+mehr|wird\s+nicht\s+mehr\s+gebraucht|fällt\s+(?:weg|aus)|entfällt|kann\s+weg|muss\s+weg|weg)$/is,
      /^keine?n?\s+(.+?)\s+mehr$/is,
      /^(?:on|nous)\s+n['’](?:a|avons)\s+plus\s+besoin\s+(?:de\s+la|de\s+l['’]|des?|du|d['’])\s*(.+)$/is,
      /^(.+?)\s+(?:n['’]est\s+plus\s+(?:nécessaire|utile)|est\s+annulée?|ya\s+no\s+(?:hace\s+falta|es\s+necesari[oa])|(?:está|queda)\s+cancelad[oa])$/is,
      /^ya\s+no\s+(?:necesitamos|hace\s+falta|queremos)\s+(?:el\s+|la\s+)?(.+)$/is,
    ],
    ([what = ''], clause) => {
      if (what === '') return null;
      return one(
        namesLines(what)
          ? { kind: 'removeLines', which: what }
          : { kind: 'remove', what: phrasesOf(what, clause) },
      );
    },
  ],
  [
    // A task that is closed is done, a department is gone, and a participant of a sequence is in another state.
    [/^(.+?)\s+(?:is|are|was|were|has been|have been|got)\s+(?:(?:now|already)\s+)?closed$/is],
    ([what = ''], clause) => {
      if (clause.layout === 'sequence') return null;
      return one({ kind: clause.layout === 'kanban' ? 'finish' : 'remove', what: phrasesOf(what, clause) });
    },
  ],
  [
    [
      /^(?:we|i|you|they)\s+(?:don['’]?t|do\s+not|no\s+longer|won['’]?t|will\s+not|never|stop(?:ped)?)\s+(.+?)(?:\s+any\s?(?:more|longer))?$/is,
      /^(?:we|i|they)(?:\s+have|['’]ve)?\s+(?:decided\s+against|gave\s+up(?:\s+on)?|got\s+rid\s+of|scrapped|ditched|skip(?:ped)?|can\s+(?:skip|do\s+without))\s+(.+)$/is,
      /^wir\s+(\S+)\s+nicht\s+mehr$/is,
    ],
    ([what = ''], clause) =>
      clause.isThere(what, { kind: 'SHAPE', isOne: true }) ? one({ kind: 'remove', what: [what] }) : null,
  ],
  [
    [
      /^(.+?)\s+(?:(?:is|are)\s+(?:no(?:\s+longer)?|not)|isn['’]?t|aren['’]?t)\s+(?:an?\s+|the\s+)?(.+?)(?:\s+any\s?(?:more|longer))?$/is,
      /^(.+?)\s+(?:ist|sind)\s+keine?n?\s+(.+?)\s+mehr$/is,
      /^(.+?)\s+(?:n['’]est\s+plus|ya\s+no\s+es)\s+(?:une?|una?)\s+(.+)$/is,
    ],
    ([what = '', column = ''], clause) =>
      clause.isThere(what, { kind: 'SHAPE' }) && clause.isThere(column, { kind: 'FRAME' })
        ? one({ kind: 'remove', what: phrasesOf(what, clause) })
        : null,
  ],
  [
    [
      /^(.+?)\s+(?:(?:is|are|has been|have been|was|were)\s+(?:now\s+|already\s+|all\s+|finally\s+)*(?:done|finished|completed?|ready|over)|(?:ist|sind)\s+(?:jetzt\s+|schon\s+)?(?:erledigt|fertig)|(?:est|sont)\s+(?:terminée?s?|faite?s?)|(?:ya\s+)?(?:está|están)\s+(?:hech[oa]s?|list[oa]s?|terminad[oa]s?|terminés?|fait))$/is,
      /^(?:we|i)(?:['’]ve|\s+have)?\s+(?:finished|completed|done)\s+(.+)$/is,
    ],
    ([what = ''], clause) => one({ kind: 'finish', what: phrasesOf(what, clause) }),
  ],
  [
    [
      /^(.+?)\s+(?:went|goes|is|are|was|got)\s+(?:now\s+)?(?:live|online|out|shipped|released|published|delivered)$/is,
    ],
    ([what = ''], clause) =>
      clause.layout === 'kanban' && clause.isThere(what, { kind: 'SHAPE', isOne: true })
        ? one({ kind: 'finish', what: [what] })
        : null,
  ],
  [
    [
      /^(.+?)\s+(?:moves?|transfers?|switches|goes|is\s+moved|wechselt|passe|pasa)\s+(?:from|von|de)\s+(.+?)\s+(?:to|under|into|zu[mr]?|nach|à|al?)\s+(.+)$/is,
    ],
    ([who = '', from = '', of = ''], clause) =>
      [who, from, of].every((phrase) => clause.isThere(phrase))
        ? one({ kind: 'move', what: phrasesOf(who, clause), place: { relation: 'in', of } })
        : null,
  ],
  [
    [
      /^(.+?)\s+(?:(?:should|must|do|does|can)\s*n(?:['’]t|ot)|(?:should|must|do|does)\s+not)\s+(?:talk|connect|go|write|read|send|lead|speak|call|link)\s+(?:directly\s+)?(?:(?:to|with|from|into)\s+)?(.+?)(?:\s+directly)?,?\s+but\s+(?:only\s+)?(?:through|via|over|to|with)\s+(.+)$/is,
    ],
    ([from = '', old = '', to = ''], clause) =>
      [from, old, to].every((phrase) => clause.isThere(phrase, { isOne: true }))
        ? one({
            ...{ kind: 'connect', from: [from], to: [to], label: null, isDashed: false },
            insteadOf: old,
          })
        : null,
  ],
  [
    [
      /^(.+?)\s+(?:no\s+longer|(?:does|do)(?:n['’]?t|\s+not))\s+(?:lead|go|talk|point|connect|call|link|write|read|depend|use|report)s?\s+(?:to\s+|with\s+|from\s+|on\s+)?(.+?)(?:\s+any\s?(?:more|longer))?$/is,
    ],
    ([from = '', to = ''], clause) =>
      clause.isThere(from) && clause.isThere(to) ? one({ kind: 'disconnect', from, to }) : null,
  ],
  [
    [
      /^(.+?)\s+(?:and|und|et|y)\s+(.+?)\s+(?:should\s+|must\s+|sollen\s+)?(?:swap|switch|trade|change|exchange|tauschen|échangent|cambian)(?:\s+(?:the\s+|their\s+|die\s+|leurs\s+|de\s+)?(?:places?|positions?|seats?|roles?|plätze|rollen|lugar|sitio))?$/is,
    ],
    ([first = '', second = '']) => one({ kind: 'swap', what: [first, second] }),
  ],
  [
    [
      /^(.+?)\s+(?:(?:will\s+)?(?:takes?\s+over\s+(?:from|for)|replace[sd]?|succeed(?:s|ed))|ersetzt|übernimmt\s+für|remplace|(?:reemplaza|sustituye)\s+a)\s+(.+)$/is,
    ],
    ([to = '', what = ''], clause) => readSuccessor([what, to], clause),
  ],
  [
    [
      /^(.+?)\s+(?:is|was|gets|got|has\s+been|will\s+be|should\s+be)\s+(?:now\s+)?(?:replaced|succeeded)\s+(?:by|with)\s+(.+)$/is,
      /^(.+?)\s+wird\s+(?:durch|von)\s+(.+?)\s+(?:ersetzt|abgelöst)$/is,
    ],
    readSuccessor,
  ],
  [
    [
      /^(.+?)\s+(?:(?:now|will|should|also|directly)\s+)*(?:works?|reports?|answers?|belongs?)\s+(?:(?:now|directly)\s+)*(?:for|to|under)\s+(.+?)(?:\s+(?:instead\s+of|rather\s+than|and\s+not|not)\s+.+)?$/is,
      /^(.+?)\s+berichtet\s+(?:jetzt\s+)?an\s+(.+)$/is,
    ],
    ([who = '', of = ''], clause) =>
      clause.layout === 'mindmap' && (PERSON.test(who) || clause.isThere(who)) && clause.isThere(of)
        ? one({ kind: 'move', what: phrasesOf(who, clause), place: { relation: 'under', of } })
        : null,
  ],
  [
    [
      /^(.+?)\s+(?:(?:should|must|could|also)\s+)*(?:go(?:es)?|belongs?|comes?|opens?|starts?|is\s+(?:set\s+up|formed|created)|gehör(?:t|en))\s+(?:under|below|into|in|to|unter|zu)\s+(.+)$/is,
    ],
    ([what = '', of = ''], clause) => {
      const phrases = phrasesOf(what, clause);
      const isNew = !phrases.some(
        (phrase) => clause.isThere(phrase) || PRONOUN.test(phrase) || PLACE.test(phrase),
      );
      return isNew && clause.isThere(of, { isPlace: true, isOne: true })
        ? one({
            ...addition(phrases.map((phrase) => clause.names.show(withoutArticle(phrase)))),
            place: { relation: 'in', of },
          })
        : null;
    },
  ],
  [
    [
      /^(.+?)\s+(?:(?:has|have|is|will)\s+)?(?:join(?:s|ed|ing)?|start(?:s|ed|ing)?\s+in|wechselt\s+(?:zu|zum|zur|ins?|in\s+(?:den|die|das))|kommt\s+(?:zu|zum|zur)|rejoint|se\s+une\s+al?|entra\s+en)\s+(.+)$/is,
    ],
    ([who = '', of = ''], clause) => {
      if (!clause.isThere(of)) return null;
      const [what, place] = [phrasesOf(who, clause), { relation: 'in', of } as const];
      if (what.every((phrase) => clause.isThere(phrase))) return one({ kind: 'move', what, place });
      return one({ ...addition(what.map((phrase) => clause.names.show(phrase))), place });
    },
  ],
];

const DONE_WORD = /^(?:done|finished|completed?|erledigt|fertig|terminé|hecho)$/i;

/** "We don't need Review any more", "Ann joins Design", "Ann and Ben swap places". */
export function readEvent(clause: Clause): Command[] | null {
  // A column "Done" is what "is done" means.
  const text = clause.text.replace(new RegExp(`${ATOM}$`), (atom) =>
    DONE_WORD.test(clause.names.show(atom)) ? clause.names.show(atom) : atom,
  );
  for (const [patterns, read] of EVENTS) {
    for (const pattern of patterns) {
      const groups = groupsOf(pattern, text);
      const commands = groups === null ? null : read(groups, clause);
      if (commands !== null) return commands;
    }
  }
  return null;
}
