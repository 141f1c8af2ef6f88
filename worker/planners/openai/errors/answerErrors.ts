import { cutText } from '../../../../src/canvas/model/cutText.ts';
import { plainText } from '../../../../src/canvas/model/plainText.ts';
import { PlannerError } from '../../plannerError.ts';

// Errors for an answer that arrives but cannot be used.

/** Maximum length, in characters, of a model's reason for a refusal as the user sees it. */
const maxReasonLength = 300;
const maxToolNameLength = 60;

export function refusalError(reason: string): PlannerError {
  const shown = cutText(plainText(reason), maxReasonLength);
  const message = `The AI model refused this request: “${shown}” Change the instruction, then try again.`;
  return new PlannerError('PROVIDER_REFUSED', message, { retryable: false });
}

export function contentFilterError(): PlannerError {
  const message =
    'The content filter of the AI service stopped the answer. Change the instruction, then try again.';
  return new PlannerError('CONTENT_FILTERED', message, { retryable: false });
}

/** The answer reached the provider's length limit. */
export function lengthLimitError(): PlannerError {
  const message = 'The answer of the AI model was cut off because it is too long.';
  return new PlannerError('OUTPUT_TRUNCATED', message, { retryable: true });
}

/** The answer ends in the middle of the plan, although the provider reports no length limit. */
export function incompletePlanError(): PlannerError {
  const message = 'The answer of the AI model broke off in the middle.';
  return new PlannerError('OUTPUT_TRUNCATED', message, { retryable: true });
}

export function answerTooLargeError(): PlannerError {
  const message = 'The answer of the AI model is longer than 2 MB.';
  return new PlannerError('OUTPUT_TOO_LARGE', message, { retryable: true });
}

export function emptyAnswerError(): PlannerError {
  const message = 'The AI model gave an empty answer.';
  return new PlannerError('OUTPUT_EMPTY', message, { retryable: true });
}

/** The answer is not a valid plan; another answer may be. */
export function invalidPlanError(message: string, cause?: unknown): PlannerError {
  return new PlannerError('OUTPUT_INVALID', message, { retryable: true, cause });
}

/** The model calls a tool instead of answering, although it was given none. */
export function toolCallError(toolName: string, cause: unknown): PlannerError {
  const name = cutText(plainText(toolName), maxToolNameLength);
  return invalidPlanError(`The AI model tried to call the tool “${name}” instead of giving a plan.`, cause);
}

export function webPageError(): PlannerError {
  const message =
    'The AI service sent a web page instead of an answer. Ask your administrator to check its address.';
  return new PlannerError('PROVIDER_UNREADABLE', message, { retryable: false });
}

export function unreadableAnswerError(cause: unknown): PlannerError {
  const message = 'The AI service sent an answer that is not valid JSON.';
  return new PlannerError('PROVIDER_UNREADABLE', message, { retryable: true, cause });
}
