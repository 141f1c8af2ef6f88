import type { Clause } from '../clauses/splitClauses.ts';
import { textOf } from '../words/readWords.ts';
import { isParticiple } from '../words/wordClasses.ts';

/** Verbs of states, opinions and remarks: nothing is done. */
const STATES =
  /^(?:contain|include|consist|cost|depend|belong|exist|remain|want|need|know|like|love|hate|hope|mean|think|believe|expect|feel|seem|live|last|involve|prefer|wish|matter|concern|say|annoy|thank|happen|work|vary|differ|apply|own|stand|sound|look like|serve as|require|allow|enable|help|ensure)(?:s|es|ed)?$/i;
const PASSIVE_STATES =
  /^(?:called|named|known|based|located|used|involved|needed|required|supposed|interested|allowed|meant|considered|described|responsible)$/i;
const PROCESS = /\b(?:process|procedure|workflow|flow|story|case handling)$/i;
const STARTS = /^(?:starts?|begins?|is started|kicks? off)\b/i;
const ENDS =
  /^(?:ends?|is over|stops?|finishes|is finished|terminates?|is completed|is terminated|completes)\b/i;
const DURATION = /\b(?:minutes?|hours?|days?|weeks?|months?|years?|time)\b/i;

/** What a main clause tells: something that is done, the end of the process, or nothing to draw. */
export function classify(clause: Clause, actor: string, action: string): 'activity' | 'end' | 'remark' {
  if (PROCESS.test(actor) && ENDS.test(action)) return 'end';
  return isAboutProcess(clause, actor, action) || isRemark(clause, actor) || isState(clause, action)
    ? 'remark'
    : 'activity';
}

/** "The process starts …", "we begin four months ahead", "three things are done". */
function isAboutProcess({ verb, words }: Clause, actor: string, action: string): boolean {
  if (PROCESS.test(actor))
    return STARTS.test(action) || verb?.isPassive !== true || /repeated|created|finished/.test(action);
  if (/^(?:\w+ )?things?$/i.test(actor) || /^takes? over$/i.test(action)) return true;
  const isStart = /^(?:starts?|begins?)$/i.test(words[verb?.main ?? 0]?.text ?? '');
  return isStart && /^(?:we|you)$/.test(actor) && !/\b(?:with|by)\b/i.test(action);
}

/** What nobody does, could be done, or was done. */
function isRemark(clause: Clause, actor: string): boolean {
  const { verb } = clause;
  if (verb === null || verb.isNegated || /^(?:could|would|might)/.test(verb.modal ?? '')) return true;
  return /^(?:i|this|that|there|nobody|the whole thing)$/i.test(actor) || isTold(clause);
}

function isState(clause: Clause, action: string): boolean {
  const { verb, words } = clause;
  const main = words[verb?.main ?? 0]?.text ?? '';
  if (verb?.isState) return !isDeadline(clause) && !/^(?:is|are) (?:due|payable)\b/i.test(action);
  if (/^takes?$/i.test(main) && DURATION.test(action)) return true;
  if (!verb?.isPassive) return STATES.test(main);
  const isCall = /^called$/i.test(main) && verb.main === words.length - 1;
  return PASSIVE_STATES.test(main) && !isCall;
}

/** "left", "was closed", "has changed": of what has been, not of what is done. */
function isTold({ verb, words }: Clause): boolean {
  const [first, main] = [words[verb?.at ?? 0], words[verb?.main ?? 0]];
  if (first === undefined || main === undefined) return false;
  return (
    /^(?:was|were|had|did)$/.test(first.lower) ||
    (verb?.isPassive === false &&
      isParticiple(main) &&
      !main.tags.has('Infinitive') &&
      (first === main || /^ha(?:s|ve)$/.test(first.lower)))
  );
}

/** "The applicant has 14 days to sign". */
function isDeadline({ words, verb }: Clause): boolean {
  const text = textOf(words.slice(verb?.at ?? 0));
  return /^ha(?:s|ve)\b/i.test(text) && DURATION.test(text) && /\bto \w/i.test(text);
}

/** "The request goes to the manager, who …": only leads on to what the manager does. */
export function isHandover({ words, verb }: Clause, next: Clause | undefined): boolean {
  return (
    next?.link === 'relative' &&
    !next.isThing &&
    /^(?:go|goes|passes)$/.test(words[verb?.main ?? 0]?.lower ?? '')
  );
}

/** "A small shop repairs bicycles.", "Every Tuesday we release.": what a text is about, said in its first sentence. */
export function isIntroduction([only, ...others]: readonly Clause[], actor: string): boolean {
  if (others.length > 0 || only === undefined) return false;
  return (
    /^(?:an? (?:small|large|big|local|medium\S*)|our|my)\b/i.test(actor) ||
    (/^(?:we|i|you)$/.test(actor) && only.verb?.main === only.words.length - 1)
  );
}
