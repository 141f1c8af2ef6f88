import { withoutCommand } from '../../reading/command.ts';
import { capitalise, hasWords } from '../../text/plain.ts';

/** What is asked for, at the beginning of a text: "Draw a flowchart of our hiring:". */
const ASKED =
  /^([^.:\n]{0,160}?\b(?:flow ?-?charts?|flow ?diagrams?|diagrams?|process(?: map)?|work ?flows?|swim ?-?lanes?|lanes?|flows?|charts?|procedure|steps)\b[^.:\n]{0,80})(?::|\.(?=\s)|\n)\s*/i;
const COMMAND =
  /^\s*(?:please\s+|can you\s+|could you\s+)?(?:draw|create|make|sketch|show|visuali[sz]e|map(?: out)?|diagram|generate|build|design|turn|model|illustrate)\b/i;

/** Takes the request off a description: a title in the person's words, '' for none, and the description. */
export function openingOf(text: string): { title: string; body: string } {
  const match = ASKED.exec(text);
  const head = match?.[1];
  if (match === null || head === undefined || !(COMMAND.test(head) || /[:\n]\s*$/.test(match[0])))
    return { title: '', body: text };
  const body = text.slice(match[0].length);
  if (!hasWords(body) || head.split(/\s+/).length > 16) return { title: '', body: text };
  const title = withoutCommand(head, () => 0)
    .replace(/\s+(?:of|for|from|with|where|this|the following|below|:)*\s*$/i, '')
    .trim();
  return { title: /^(?:this|that|it|the following)\b/i.test(title) ? '' : capitalise(title), body };
}
