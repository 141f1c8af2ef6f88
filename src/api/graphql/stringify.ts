import { Slice } from '../../slices.ts';

/** A value of JSON without anything that has a `toJSON`. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Values that are serialised at once. */
const fewValues = 500;

/** Like `JSON.stringify`, in slices that yield to the event loop. */
export async function stringifyInSlices(value: unknown): Promise<string> {
  const slice = new Slice();
  const texts: string[] = [];
  for (const text of textsOf(value as Json)) {
    texts.push(text);
    if (slice.isOver) await slice.next();
  }
  return texts.join('');
}

function* textsOf(value: Json): Generator<string> {
  if (countUpTo(fewValues, value) < fewValues) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* textsOfList(value);
  else {
    let separator = '{';
    for (const [name, inner] of Object.entries(value as object)) {
      yield `${separator}${JSON.stringify(name)}:`;
      separator = ',';
      yield* textsOf(inner);
    }
    yield '}';
  }
}

/** Serialises small items together. */
function* textsOfList(items: readonly Json[]): Generator<string> {
  let separator = '[';
  let small: Json[] = [];
  let values = 0;
  function* written(): Generator<string> {
    if (small.length === 0) return;
    yield separator + JSON.stringify(small).slice(1, -1);
    separator = ',';
    small = [];
    values = 0;
  }
  for (const item of items) {
    const count = countUpTo(fewValues, item);
    if (count < fewValues) {
      small.push(item);
      values += count;
      if (values >= fewValues) yield* written();
      continue;
    }
    yield* written();
    yield separator;
    separator = ',';
    yield* textsOf(item);
  }
  yield* written();
  yield ']';
}

/** Counts the values in a value, up to `limit`. */
function countUpTo(limit: number, value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  if (Array.isArray(value)) {
    for (const item of value) {
      count += countUpTo(limit - count, item);
      if (count >= limit) return limit;
    }
    return count;
  }
  for (const name in value) {
    count += countUpTo(limit - count, value[name] as Json);
    if (count >= limit) return limit;
  }
  return count;
}
