import type { BudgetFieldsFragment, JobStatus } from '../../generated/graphql.ts';
import { formatMoment } from '../../language/formats.ts';
import { currentLanguage, t } from '../../language/language.ts';
import { budgetText } from './budgetText.ts';

/** The outcome of a mutation that changed nothing. */
export type Refusal = {
  __typename?: string;
  message: string;
  /** Null in answers that lack it, from the cache. */
  fields?: readonly InvalidField[] | null;
  /** Of an exceeded quota: unfinished jobs, and how many a person may have. */
  active?: number;
  limit?: number;
  /** Of an exceeded budget. */
  budget?: BudgetFieldsFragment;
  /** Of an installation that accepts no jobs: why, and until when, where that is known. */
  reason?: string | null;
  until?: string | null;
  /** Of a job whose state does not allow it. */
  status?: JobStatus;
  /** Of a conflict. */
  canvas?: { deletedAt: string | null };
};

type InvalidField = { code?: string; message: string };

/** Reasons that are named of a request with many mistakes. */
const maxReasons = 3;

/** Codes of invalid fields, and states of jobs, that the catalogue words. */
const fieldCodes = [
  'EMPTY',
  'TOO_LONG',
  'TOO_MANY',
  'CONTROL_CHARACTER',
  'MALFORMED_TEXT',
  'NOT_FOUND',
] as const;
const states = ['QUEUED', 'PROCESSING', 'CANCELLING', 'COMPLETED', 'FAILED'] as const;

/** Why the server refused a request, in the language of the page; what only the server can word is quoted. */
export function refusalText(refusal: Refusal): string {
  const { __typename, message, fields, active, limit, canvas } = refusal;
  if (__typename === 'QuotaExceededError' && active !== undefined && limit !== undefined)
    return t('connection.refused.quota', { active, limit });
  if (refusal.budget) return budgetText(refusal.budget, 'usedUp');
  if (__typename === 'JobsNotAcceptedError') return notAcceptedText(refusal);
  if (__typename === 'NotFoundError') return t('connection.refused.notFound');
  if (__typename === 'IdempotencyConflictError') return t('connection.refused.sentBefore');
  if (canvas && canvas.deletedAt !== null) return inOtherLanguages('inTrash', message);
  const state = states.find((known) => known === refusal.status);
  if (state) return inOtherLanguages(`jobState.${state}`, message);
  const reasons = [...new Set(fields?.map(fieldText))].slice(0, maxReasons);
  return reasons.length > 0 ? reasons.join(' ') : quoted(message);
}

/** The reason is in the words of the operator. */
function notAcceptedText({ reason, until }: Refusal): string {
  const why = reason
    ? t('connection.refused.notAcceptedBecause', { reason: reason.replace(/[.\s]+$/, '') })
    : t('connection.refused.notAccepted');
  const again = until
    ? t('connection.refused.acceptedFrom', { time: formatMoment(until) })
    : t('connection.refused.tryLater');
  return `${why} ${again}`;
}

function fieldText({ code, message }: InvalidField): string {
  const known = fieldCodes.find((each) => each === code);
  return known ? inOtherLanguages(`field.${known}`, message) : quoted(message);
}

type Worded = 'inTrash' | `jobState.${(typeof states)[number]}` | `field.${(typeof fieldCodes)[number]}`;

/** In English, the message of the server is more exact. */
function inOtherLanguages(worded: Worded, message: string): string {
  return currentLanguage() === 'en' ? message : t(`connection.refused.${worded}`);
}

/** A sentence of the server, which is English: a quotation where the page has another language. */
export function quoted(message: string): string {
  return t('connection.refused.other', { message });
}
