/** Verbs that steps of a process begin with; a noun list rarely begins with one of them. */
const VERBS = new Set(
  `accept activate add adjust allow analyse analyze announce answer apply approve archive arrange ask assemble
  assign attach authenticate authorise authorize bake begin boil book bring browse build buy calculate call cancel
  capture change charge check choose clean click close collect commit communicate compare complete compile configure
  confirm connect contact continue convert cook copy create cut debug decide define deliver deploy describe detect
  determine develop diagnose discuss display document download draft draw edit email enable enter escalate estimate
  evaluate execute export extract fetch file fill filter find finish fix follow gather generate get give go grant greet
  handle hand identify implement import improve inform insert inspect install interview invite invoice investigate
  join keep label launch learn leave list load lock log login look make manage measure meet merge mix monitor move
  negotiate notify offer open order organise organize pack pay perform pick place plan pour prepare present press
  print process produce prompt provide publish pull purchase push put queue read receive record redirect refund
  register reject release remind remove repair repeat replace reply report request research reserve reset resolve
  respond restart restore retry return review revise rollback route run save scan schedule screen search select sell
  send serve set share ship show sign sort start stir stop store submit suggest sync tag take talk test train transfer
  try turn type unlock update upgrade upload use validate verify visit wait warn wash welcome withdraw write`.split(
    /\s+/,
  ),
);

/** Whether a word is a common verb of action, as a command ("verify") or of a third person ("verifies"). */
export function isVerb(word: string): boolean {
  const lower = word.toLowerCase();
  if (VERBS.has(lower)) return true;
  if (!lower.endsWith('s')) return false;
  return (
    VERBS.has(lower.slice(0, -1)) || VERBS.has(lower.slice(0, -2)) || VERBS.has(lower.replace(/ies$/, 'y'))
  );
}

/** Whether a phrase reads as an action: "verify the email", "log in". */
export function isAction(phrase: string): boolean {
  return isVerb(phrase.trim().match(/^[\p{L}]+/u)?.[0] ?? '');
}
