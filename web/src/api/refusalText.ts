import { t } from '../language/language.ts';

/** The outcome of a mutation that changed nothing. */
export type Refusal = {
  __typename?: string;
  message: string;
  /** Null in answers that lack it, from the cache. */
  fields?: readonly { message: string }[] | null;
  /** Of an exceeded quota: unfinished jobs, and how many a person may have. */
  active?: number;
  limit?: number;
};

/** Reasons that are named of a request with many mistakes. */
const maxReasons = 3;

/** Why the server refused a request, in the language of the page; what only the server can word is quoted. */
export function refusalText({ __typename, message, fields, active, limit }: Refusal): string {
  if (__typename === 'QuotaExceededError' && active !== undefined && limit !== undefined)
    return t('connection.refused.quota', { active, limit });
  if (__typename === 'NotFoundError') return t('connection.refused.notFound');
  if (__typename === 'IdempotencyConflictError') return t('connection.refused.sentBefore');
  const reasons = [...new Set(fields?.map((field) => field.message))].slice(0, maxReasons);
  return quoted(reasons.length > 0 ? reasons.join(' ') : message);
}

/** A sentence of the server, which is English: a quotation where the page has another language. */
export function quoted(message: string): string {
  return t('connection.refused.other', { message });
}
