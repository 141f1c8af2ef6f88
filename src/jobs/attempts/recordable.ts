import { cutText } from '../../canvas/model/cutText.ts';
import { plainText } from '../../canvas/model/plainText.ts';
import type { JobError } from '../../events/log/jobEvent.ts';

/**
 * The outcome of an attempt in a form that the database can hold, whatever a provider sent. Errors and warnings quote
 * others; figures are what a server claims.
 */

/** What an attempt has used; null if no model was called. */
export type AttemptUsage = {
  inputTokens: number;
  outputTokens: number;
  estimated: boolean;
  costUsd: number | null;
} | null;

const maxMessageLength = 500;
const maxDetailLength = 2_000;
const maxCodeLength = 100;
const maxWarnings = 50;
const maxSuggestions = 3;
/** More than any model can use in one attempt, and few enough for sums of several attempts to fit an integer. */
const maxTokens = 100_000_000;

const recordableText = (text: string, most = maxMessageLength) => cutText(plainText(text), most);

export function recordableError({ code, message, retryable, suggestions = [] }: JobError) {
  return {
    code: recordableText(code, maxCodeLength),
    message: recordableText(message),
    retryable,
    suggestions: suggestions.slice(0, maxSuggestions).map((text) => recordableText(text)),
  } satisfies JobError;
}

export function recordableDetail(detail: string | null): string | null {
  return detail === null ? null : recordableText(detail, maxDetailLength);
}

export function recordableWarnings(warnings: readonly string[]): string[] {
  return warnings.slice(0, maxWarnings).map((warning) => recordableText(warning));
}

/** Figures that no count can be are 0. */
export function recordableUsage(usage: AttemptUsage): AttemptUsage {
  if (usage === null) return null;
  const { inputTokens, outputTokens, estimated, costUsd } = usage;
  return {
    inputTokens: recordableCount(inputTokens),
    outputTokens: recordableCount(outputTokens),
    estimated,
    costUsd: costUsd !== null && Number.isFinite(costUsd) && costUsd >= 0 ? costUsd : null,
  };
}

export function recordableCount(count: number): number {
  return Number.isFinite(count) ? Math.min(Math.max(0, Math.round(count)), maxTokens) : 0;
}
