import { type ExpectedError, InputValidationError } from '../../errors.ts';
import { readsDatabase } from './cost.ts';

/** Elements of one batch. */
export const maxBatchSize = 100;

type Sized = { extensions?: { batchSize?: unknown } };

/**
 * Options of a mutation that does the same for each element of a list: each counts as a mutation, and what is selected
 * below is resolved once for each.
 */
export function batchOptions<Arguments extends object>(sizeOf: (args: Arguments) => number) {
  // A longer list is refused, whatever it would cost.
  const batchSize = (args: Arguments) => Math.min(sizeOf(args), maxBatchSize);
  return {
    extensions: { batchSize },
    complexity: (args: Arguments) => {
      const multiplier = Math.max(1, batchSize(args));
      return { field: readsDatabase * multiplier, multiplier };
    },
  };
}

/** The number of elements for the arguments of a field; undefined for a field that is not a batch. */
export function batchSizeOf(field: Sized): ((args: Record<string, unknown>) => number) | undefined {
  const size = field.extensions?.batchSize;
  return typeof size === 'function' ? (args) => Number(size(args)) : undefined;
}

/** @throws InputValidationError The list is empty or too long. */
export function checkBatch(field: string, list: readonly unknown[]): void {
  const limits = `Give 1 to ${maxBatchSize}.`;
  if (list.length === 0) {
    throw new InputValidationError([
      { path: [field], message: `The list is empty. ${limits}`, code: 'TOO_FEW' },
    ]);
  }
  if (list.length <= maxBatchSize) return;
  const message = `The list has ${list.length} elements. ${limits}`;
  throw new InputValidationError([{ path: [field], message, code: 'TOO_MANY' }]);
}

type ErrorClass = abstract new (...args: never[]) => ExpectedError;

/**
 * Runs the elements of a batch one after the other.
 * @param refusals Errors that are the result of their element; any other ends the batch.
 */
export async function runBatch<Element, Result, Refusal extends ErrorClass>(
  elements: readonly Element[],
  refusals: readonly Refusal[],
  run: (element: Element) => Promise<Result>,
): Promise<(Result | InstanceType<Refusal>)[]> {
  const isRefusal = (error: unknown): error is InstanceType<Refusal> =>
    refusals.some((each) => error instanceof each);
  const results: (Result | InstanceType<Refusal>)[] = [];
  for (const element of elements) {
    try {
      results.push(await run(element));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      results.push(error);
    }
  }
  return results;
}
