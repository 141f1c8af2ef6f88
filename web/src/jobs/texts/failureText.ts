import type { JobErrorFieldsFragment } from '../../generated/graphql.ts';
import { currentLanguage, t } from '../../language/language.ts';

/** Why an attempt or a job failed, in a few words. */
export function failureReason(error: JobErrorFieldsFragment | null): string {
  return t(`jobs.error.${error?.code ?? 'UNKNOWN'}.reason`);
}

/** Why an attempt failed, as the first half of a sentence that ends with the time of the retry. */
export function failureBeforeRetry(error: JobErrorFieldsFragment | null): string {
  return failureReason(error).replace(/\.$/, '');
}

/** Codes whose message has what the text for the code has not, such as the words that were not understood. */
const exactCodes: ReadonlySet<string> = new Set([
  ...['PROVIDER_BAD_REQUEST', 'PROVIDER_REFUSED', 'OUTPUT_INVALID'],
  ...['INSTRUCTION_NOT_UNDERSTOOD', 'SOURCE_UNREADABLE', 'UNKNOWN'],
]);

/** The message of the server; null where it only repeats, in English, the text for its code. */
export function serverMessage({ code, message }: JobErrorFieldsFragment): string | null {
  return currentLanguage() === 'en' || exactCodes.has(code) ? message : null;
}

export type FailureTexts = {
  texts: readonly string[];
  /** What only the server has, where it is not in the language of the page. */
  quote: string | null;
};

/**
 * Why a job failed, and what to do next. The server's message is more exact than the text for its code, but English; it
 * names the next step if the error is permanent.
 */
export function failureTexts(error: JobErrorFieldsFragment | null): FailureTexts {
  const advice = t(`jobs.error.${error?.code ?? 'UNKNOWN'}.advice`);
  if (error === null || currentLanguage() !== 'en') {
    return { texts: [failureReason(error), advice], quote: error && serverMessage(error) };
  }
  return { texts: error.retryable ? [error.message, advice] : [error.message], quote: null };
}
