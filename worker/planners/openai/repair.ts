import type { PlannerError } from '../plannerError.ts';
import type { Turn } from './providerStream.ts';

/** A model that has run away is shown only the beginning of what it wrote, in characters. */
const longestShown = 20_000;

/** What follows an answer that is no plan in the conversation: the answer, and what is wrong with it. */
export function repairTurns(answer: string, { message, cause }: PlannerError): Turn[] {
  const detail = cause instanceof Error ? ` (${cause.message})` : '';
  return [
    { role: 'assistant', content: answer.slice(0, longestShown).toWellFormed() },
    {
      role: 'user',
      content: `${message}${detail} Answer once more: the whole plan as one JSON object that follows the schema, and nothing else. Keep the ids.`,
    },
  ];
}
