import { stems } from './words.ts';

/** Words that hold sentences together, answer, order, or ask for a drawing: a plan need not show them. */
const FUNCTION_WORDS = new Set(
  stems(
    `these those there here them their they he him his she her us who which what whose whom but nor so than then about
    above across after again against along among around before behind below between beyond during per through until till
    toward under upon via within without onto over out up off down back been being am do does did done has have had
    having can could may might must shall should will would get gets go goes going let lets please pls thanks hi hey hello
    dear me if unless otherwise else when whenever while where because since though although however once whether either
    neither both each other every all any some no not yes none only just even still already too very more most less much
    many first second third fourth next last finally lastly afterwards later meanwhile repeat begin start end follow lead
    case same time parallel depend ok okay how like make draw create show want need diagram chart flow flowchart picture
    process swim lane swimlane frame put call named connect point step column board report work move belong isn aren doesn don
    one two three four five six seven eight nine ten parent grandparent child children kid son daughter married brother
    sister father mother
    der die das den dem des ein eine einen einem einer eines und oder aber wenn falls sonst ansonsten andernfalls dann
    danach zuerst anschließend schließlich nicht kein keine ist sind war wird werden wurde hat haben mit von zu zum zur in
    im auf für bei nach aus vor durch über unter bis ja nein er sie wir ihr ich man sich als auch je bitte mach mir mal
    jede jeder jedes zeichne erstelle ablauf diagramm verbunden zwei drei vier fünf sechs schritte schritten
    ihm ihnen leitet untersteht unterstehen berichtet berichten
    le la les un une des du de et ou mais si sinon puis ensuite alors oui non est sont être au aux en dans par pour sur
    dessine deux trois quatre cinq six étapes processus avec chaque il elle on nous vous se ne pas que qui
    el los las lo una unos unas pero sino entonces luego después sí es son está con por para del al su os um uma ou mas
    cada senão não sim com do da no na`,
  ),
);
/** Texts with more UTF-16 units, or as many sentences, have remarks beside what is drawn. */
const MAX_TEXT = 400;
const REMARKS = 5;
/** What the plan of a reader may lose: below both of these. */
const MOST_LOST = { share: 0.25, words: 3 };

/** The content words of a text that others do not have, and their share of all content words, 0 to 1. */
export function lostContent(text: string, shown: readonly string[]): { words: string[]; share: number } {
  const content = contentOf(text);
  const lost = content.difference(contentOf(shown.join(' ')));
  return { words: [...lost], share: content.size === 0 ? 0 : lost.size / content.size };
}

/** Whether what is drawn of a text lacks more of its content than a reading may leave out. */
export function losesContent(text: string, shown: readonly string[]): boolean {
  if (text.length > MAX_TEXT || (text.match(/[.!](?=\s|$)/g) ?? []).length >= REMARKS) return false;
  const { words, share } = lostContent(text, shown);
  return words.length >= MOST_LOST.words && share > MOST_LOST.share;
}

/** Stems of words that carry meaning; single letters and digits number things. */
export function contentOf(text: string): Set<string> {
  return new Set(
    stems(text.normalize('NFKC')).filter((stem) => stem.length > 1 && !FUNCTION_WORDS.has(stem)),
  );
}
