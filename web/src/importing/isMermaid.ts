/** What may stand before a Mermaid diagram: its front matter and comments. */
const HEAD = /^\s*(?:---\r?\n[\s\S]*?\n---\s*\n)?(?:\s*%%.*\n)*\s*/;
/** How the first line of a Mermaid diagram begins. Words of everyday language have to be alone on it. */
const FIRST_LINE =
  /^(?:flowchart(?:-elk)?\s|graph\s+(?:TB|TD|BT|LR|RL)\b|(?:sequence|class|state|er)Diagram(?:-v2)?\s|(?:mindmap|timeline|gantt|journey|gitGraph|kanban|quadrantChart)[ \t]*\r?\n)/;

/** Whether a text is the source of a Mermaid diagram. */
export function isMermaid(text: string): boolean {
  return FIRST_LINE.test(text.replace(HEAD, ''));
}
