const POLITE =
  'please|now|also|and|then|ok|just|(?:can|could|would)\\s+you|bitte|jetzt|auch|und|kannst\\s+du|s’il\\s+te\\s+plaît|maintenant|por\\s+favor|ahora';
/** Verbs that are about the change before this one, and not about objects. */
const ABOUT_CHANGES = 'undo|revert|redo|repeat|try|do|is|was|what|rückgängig|annule|deshaz';
const PRONOUN =
  'it|them|this|that|these|those|both|all\\s+of\\s+(?:it|them|these)|sie|es|diese[nrs]?|das|die\\s+beiden|ça|ceux-ci|esto|estos|estas';
/** A verb, and what it is about: "make them green", "color these boxes blue", "mach sie grün". */
const REFERS = new RegExp(
  `^\\s*(?:(?:${POLITE})[\\s,]+)*(?!(?:${ABOUT_CHANGES})\\s)\\p{L}+\\s+(?:up\\s+|out\\s+|both\\s+of\\s+)?(?:${PRONOUN})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Whether an instruction begins with a change of "it" or "them": of what is selected, where something is. */
export function refersToSelection(instruction: string): boolean {
  return REFERS.test(instruction.slice(0, 200));
}
