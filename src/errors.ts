import type { JobStatus } from './database/generated/prisma/enums.ts';

/**
 * Outcomes that a caller has to expect. They are part of the API's result unions, so their messages are
 * written for the person who sent the request. Everything else is a defect or an outage, and is masked.
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
  'MISFIT',
  'NOT_ALLOWED',
  'INVALID',
] as const;
export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** One field that is not as it must be. */
export type FieldProblem = {
  /** Where it is in the input, from the outermost field. */
  path: string[];
  /** For a person. */
  message: string;
  code: FieldProblemCode;
};

/** The input is not as it must be; nothing was changed. */
export class InputValidationError extends ExpectedError {
  override readonly name = 'InputValidationError';
  readonly fields: FieldProblem[];

  constructor(fields: FieldProblem[]) {
    super(fields.map((field) => `${field.path.join('.')}: ${field.message}`).join('; '));
    this.fields = fields;
  }
}

/** There is no such thing for this viewer; whether it exists for another is not revealed. */
export class NotFoundError extends ExpectedError {
  override readonly name = 'NotFoundError';

  constructor(what: 'job' | 'canvas' | 'version') {
    super(`There is no ${what} with this id that belongs to you.`);
  }
}

/** The canvas is in a state that does not allow what was asked for. */
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
    super(`You have ${active} unfinished jobs, the limit is ${limit}. Wait for one to end, or cancel one.`);
    this.active = active;
    this.limit = limit;
  }
}

/** The idempotency key was used before, with other input. */
export class IdempotencyConflictError extends ExpectedError {
  override readonly name = 'IdempotencyConflictError';

  constructor() {
    super('This idempotency key was used before with other input. Use a new key for a new request.');
  }
}

/** The job is in a state that does not allow what was asked for. */
export class JobStateError extends ExpectedError {
  override readonly name = 'JobStateError';
  readonly status: JobStatus;

  constructor(status: JobStatus, message: string) {
    super(message);
    this.status = status;
  }
}
