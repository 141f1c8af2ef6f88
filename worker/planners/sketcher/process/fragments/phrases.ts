import { AT_ONCE } from '../../text/atOnce.ts';

const START = '^(?:(?:and|but|or|und|aber|et|mais|y|pero)\\s+)?';
const END = '(?!\\p{Script=Latin})';
const ARROW_OR_THEN = '(?:->|→|=>|then\\b)?\\s*';

/** Words that only lead on. */
export const LEAD =
  /^(?:and|but|so|then|next|first|firstly|second|secondly|third|thirdly|finally|lastly|last|afterwards?|after (?:that|this)|later|to (?:begin|start) with|at the end|(?:it )?(?:starts?|begins?|ends?|finish(?:es)?) with(?=\s["“„«‘])|erst|zuerst|zunächst|als erstes|danach|dann|anschließend|schließlich|zuletzt|zum Schluss|puis|ensuite|enfin|(?:tout )?d'abord|pour finir|luego|después|primero|finalmente|por último|a continuación|则|就|那么|首先|然后|接着|最后|まず|次に|その後|最後に)(?![\p{Script=Latin}])[\s,:，、]*/iu;
/** "After tagging, …" only repeats where in the process we are. */
export const REMINDER =
  /^(?:after|once|when)\s+(?:\p{L}+ing(?:\s+\p{L}+){0,2}|(?:that|this|it)\s+is\s+\p{L}+)$/iu;
/** Words between two steps. */
export const THEN =
  /,?\s*(?:\b(?:and|und|et|y)\s+)?(?:\bthen\b|\bafter that\b|\bfollowed by\b|\bafterwards\b|\bfinally\b|\bdann\b|\bdanach\b|\banschließend\b|\bpuis\b|\bensuite\b|\bluego\b|\bdespués\b(?! de)),?\s*/i;

const NO_SIGN = '(?=\\s*(?:[:,→–—]|-))';
/** The other side of a condition, or the answer no. */
export const ELSE = new RegExp(
  `${START}(?:otherwise|or else|else|if not?\\b|if (?:it|this|that|he|she|they) (?:isn['’]?t|is not|aren['’]?t|are not|does(?:n['’]?t| not)|do(?:n['’]?t| not))(?=\\s*[,:]|$)|on no\\b|no\\b${NO_SIGN}|ansonsten|sonst|andernfalls|(?:wenn|falls) nicht(?=,|$)|(?:wenn|falls) nein\\b|si non\\b|nein\\b${NO_SIGN}|sinon|dans le cas contraire|non\\b${NO_SIGN}|si no(?=,|$)|de lo contrario|en caso contrario|caso contrário|senão|altrimenti|否则|不然|そうでなければ|そうでない場合|違えば)${END}[\\s,:，、は–—]*(?:-(?!>)\\s*)?${ARROW_OR_THEN}`,
  'iu',
);
/** The side of a condition that holds, or the answer yes. */
export const YES = new RegExp(
  `${START}(?:if so|if yes|if (?:it|this|that|he|she|they) (?:is|are|does|do)(?=\\s*[,:])|on yes|in that case|in this case|(?:wenn|falls) ja\\b|si oui|si es así|si c'est le cas|(?:yes|ja|oui|sí)\\b${NO_SIGN})${END}[\\s,:–—]*(?:-(?!>)\\s*)?${ARROW_OR_THEN}`,
  'iu',
);
/** An answer in one word. */
export const ANSWER = /(?:yes|no|ja|nein|oui|non|sí)/iu;
/** An answer without a mark, which only a question makes one. */
export const BARE_ANSWER = /^(yes|no|ja|nein|oui|non|sí)\s+(?=\p{L})/iu;

/** "Repeat until the bucket is full", with what holds until then, or as long. */
export const REPEAT = new RegExp(
  `${START}(?:repeat|continue|loop|keep going|keep repeating|redo|do (?:this|that|it) again|go on|wiederhol\\p{L}*|rép[eé]te[rz]?|repetir|repite)(?:\\s+(?:this|that|it|all|these|the|das|dies|alles|ça|tout|esto|steps?|above|process|loop|everything)){0,3}\\s+(?:(until|till|bis|jusqu['’]à(?: ce que?)?|hasta(?: que)?)|while|as long as|solange|tant que|mientras(?: que)?)\\s+(.+)$`,
  'iu',
);
/** "While there is mail, …", "until it is empty, …". */
export const WHILE =
  /^(?:(until|bis|jusqu['’]à ce que?|hasta que)|while|as long as|solange|tant que|mientras(?! tanto)(?: que)?)\s+(.+)$/iu;
/** "While the dough rests, …": what goes on beside the next step, where it is no state that is asked. */
export const DURING = /^(while|as|während|pendant que|mientras(?: que)?|enquanto|mentre)\s+(.+)$/iu;
/** Where "and repeat …" begins. */
export const BEFORE_REPEAT =
  /,?\s+(?:and|und|et|y)\s+(?=(?:repeat|continue|loop|wiederhol\p{L}*|rép[eé]te[rz]?|repetir|repite)\s)/iu;

/** "Meanwhile, set the table", "in parallel: a, b". */
export const MEANWHILE = new RegExp(`${START}(?:${AT_ONCE})${END}\\s*[,:]?\\s*(.*)$`, 'iu');
/** "Lint and test in parallel". */
export const TOGETHER = new RegExp(`^(.{3,}?)[\\s,(]+(?:${AT_ONCE})\\)?$`, 'iu');
/** "Either call or write". */
export const EITHER = /^(either|entweder|soit|o bien)\s+(.+?),?\s+(or|oder|soit|o bien|o)\s+(.+)$/iu;
/** "Depending on the size: …". */
export const DEPENDING =
  /^(?:(.+?),?\s+)?(?:depending on|based on|according to|je nach|abhängig von|selon|en fonction de|según|dependiendo de)\s+(?:whether\s+)?([^:,]+?)\s*(?:[:,]\s*(.+))?$/iu;
/** "Low: reply by e-mail", of a question with answers of its own. */
export const LABELLED = /^([^\s:→,][^:→,]{0,30}?)\s*(?::|->|→|=>)\s*(\S.*)$/;

/** What shows that a text asks, repeats, or forks. */
export const BRANCHING: readonly RegExp[] = [
  // "No -> turn it on", "yes: Postgres", "otherwise -> reject"
  /(?:^|[.?!;:,\n]\s*)(?:if )?(?:(?:yes|no|ja|nein|oui|non|sí)\s*(?:->|→|=>|:)|(?:otherwise|else|sonst|sinon)\s*(?:->|→|=>))/iu,
  /\?\s+(?:if\s+)?(?:yes|no|ja|nein|oui|non|sí)[\s,]/iu,
  /(?:^|[.;,\n]\s*|\band\s+)(?:repeat|loop|keep going|wiederhol\p{L}*|rép[eé]te[rz]?|repetir|repite)\b[^.;\n]{0,80}?\b(?:until|till|while|as long as|bis|solange|jusqu|tant que|hasta|mientras)/iu,
  /(?:^|[.;,\n]\s*)(?:while|as long as|solange|tant que|mientras(?! tanto)(?: que)?)\s[^.;\n]{3,120}/iu,
  /(?:^|[.;\n]\s*)(?:während|pendant que|enquanto|mentre)\s/iu,
  /(?:^|[.;,:\n]\s*)(?:either|entweder|soit|o bien)\s/iu,
  /\b(?:depending on|je nach|selon|en fonction de|según)\s[^.;\n]{2,80}:/iu,
];
