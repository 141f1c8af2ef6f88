import { fieldsOf } from '../plan/jsonValues.ts';

/** The text of a part of an answer, and the model's reasoning before it. */
export type Content = { text: string; reasoning: string };

/** Reads content as a string, or as a list of typed parts as OpenAI, Mistral and Anthropic send it. */
export function readContent(content: unknown): Content {
  if (typeof content === 'string') return { text: content, reasoning: '' };
  if (Array.isArray(content)) {
    const parts = content.map(readContent);
    return {
      text: parts.map(({ text }) => text).join(''),
      reasoning: parts.map(({ reasoning }) => reasoning).join(''),
    };
  }
  const { type, text, thinking, reasoning, value } = fieldsOf(content);
  const isReasoning = typeof type === 'string' && /think|reason/.test(type);
  const inner = text ?? thinking ?? reasoning ?? value;
  if (inner === undefined || inner === content) return { text: '', reasoning: '' };
  const read = readContent(inner);
  return isReasoning ? { text: '', reasoning: read.text + read.reasoning } : read;
}
