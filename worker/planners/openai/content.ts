/** What a piece of an answer says: as the answer, and as a thought before it. */
export type Said = { text: string; thought: string };

type Fields = Record<string, unknown>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A text, or a list of parts in the manner of OpenAI, Mistral and Anthropic: texts, thoughts, and others. */
export function readContent(content: unknown): Said {
  if (typeof content === 'string') return { text: content, thought: '' };
  if (Array.isArray(content)) {
    const parts = content.map(readContent);
    return {
      text: parts.map(({ text }) => text).join(''),
      thought: parts.map(({ thought }) => thought).join(''),
    };
  }
  const { type, text, thinking, reasoning, value } = fieldsOf(content);
  const isThought = typeof type === 'string' && /think|reason/.test(type);
  const inner = text ?? thinking ?? reasoning ?? value;
  if (inner === undefined || inner === content) return { text: '', thought: '' };
  const said = readContent(inner);
  return isThought ? { text: '', thought: said.text + said.thought } : said;
}
