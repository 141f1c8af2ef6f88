import type { JobStatus } from './database/generated/prisma/enums.ts';

/**
 * Expected outcomes. They are part of the API's result unions, so their messages are written for the person who sent
 * the request. Every other error is a defect or an outage, and is masked.
 */
export abstract class ExpectedError extends Error {}

/** What is wrong with a field, for programs; docs/api.md explains each. */
export const fieldProblemCodes = [
  'EMPTY',
  'TOO_LONG',
  'TOO_FEW',
  'TOO_MANY',
  'OUT_OF_RANGE',
  'CONTROL_CHARACTER',
  'MALFORMED_TEXT',
  'INVALID_ID',
  'DUPLICATE_ID',
  'ID_TAKEN',
  'NOT_FOUND',
  'REQUIRED',
  'MISMATCH',
  'NOT_ALLOWED',
  'INVALID',
] as const;
export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** An invalid field. */
export type FieldProblem = {
  /** Names of the fields that lead to it, from the outermost one. */
  path: string[];
  /** For a person. */
  message: string;
  code: FieldProblemCode;
};

/** The input is invalid; nothing was changed. */
export class InputValidationError extends ExpectedError {
  override readonly name = 'InputValidationError';
  readonly fields: FieldProblem[];

  constructor(fields: FieldProblem[]) {
    super(fields.map((field) => `${field.path.join('.')}: ${field.message}`).join('; '));
    this.fields = fields;
  }
}

/** Does not reveal whether the id exists for another viewer. */
export class NotFoundError extends ExpectedError {
  override readonly name = 'NotFoundError';

  constructor(what: 'job' | 'canvas' | 'version') {
    super(`There is no ${what} with this id that belongs to you.`);
  }
}

/** The state of the canvas does not allow the request. */
export class CanvasConflictError extends ExpectedError {
  override readonly name = 'CanvasConflictError';
  readonly canvasId: string;

  constructor(canvasId: string, message: string) {
    super(message);
    this.canvasId = canvasId;
  }
}

/** The viewer has as many unfinished jobs as they may. */
export class QuotaExceededError extends ExpectedError {
  override readonly name = 'QuotaExceededError';
  readonly limit: number;
  readonly active: number;

  constructor(active: number, limit: number) {
    super(
      `You have ${active} unfinished jobs, the limit is ${limit}. Wait until one has finished, or cancel one.`,
    );
    this.active = active;
    this.limit = limit;
  }
}

/** The installation accepts no jobs for a while; everything else works. */
export class JobsNotAcceptedError extends ExpectedError {
  override readonly name = 'JobsNotAcceptedError';
  readonly reason: string | null;
  /** When jobs will be accepted again, if that is known. */
  readonly until: Date | null;

  constructor(reason: string | null, until: Date | null) {
    const why = reason === null ? '.' : `: ${reason.replace(/[.\s]+$/, '')}.`;
    const again = until === null ? 'Try again later.' : `They will be from ${until.toISOString()}.`;
    super(`No new jobs are accepted at the moment${why} ${again}`);
    this.reason = reason;
    this.until = until;
  }
}

/** A budget of the month is used up. */
export class BudgetExceededError extends ExpectedError {
  override readonly name = 'BudgetExceededError';
  readonly budget: ExceededBudget;

  constructor(budget: ExceededBudget) {
    const { scope, unit, limit, used, resetsAt } = budget;
    const amount = (value: number) =>
      unit === 'USD' ? `$${value.toFixed(2)}` : `${value.toLocaleString('en')} tokens`;
    const whose = scope === 'USER' ? 'Your budget' : 'The budget of this installation';
    super(
      `${whose} for this month is used up: ${amount(used)} of ${amount(limit)}. It begins again on ${resetsAt.toISOString().slice(0, 10)} (UTC). Tidying and importing diagrams go on.`,
    );
    this.budget = budget;
  }
}

type ExceededBudget = {
  scope: 'USER' | 'INSTALLATION';
  unit: 'TOKENS' | 'USD';
  limit: number;
  used: number;
  /** When the next month begins. */
  resetsAt: Date;
};

/** The idempotency key was used before, with other input. */
export class IdempotencyConflictError extends ExpectedError {
  override readonly name = 'IdempotencyConflictError';

  constructor() {
    super('This idempotency key was used before with other input. Use a new key for a new request.');
  }
}

/** The state of the job does not allow the request. */
export class JobStateError extends ExpectedError {
  override readonly name = 'JobStateError';
  readonly status: JobStatus;

  constructor(status: JobStatus, message: string) {
    super(message);
    this.status = status;
  }
}
