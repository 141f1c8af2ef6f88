import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../../src/api/schema.ts';
import { rootFields, samples } from './schemaWalk.ts';

/** Every argument of the schema that takes a text or an opaque value, and values that nobody has given out. */

/** One argument, or one field of an input: with the operation that passes it a value. */
export type TextPlace = {
  name: string;
  isCursor: boolean;
  kind: 'query' | 'mutation' | 'subscription';
  document: string;
  /** @param id A valid id, for the other arguments. */
  variables(value: string, id: string): Record<string, unknown>;
};

type Field = GraphQLField<unknown, unknown>;
type Filled = { path: string; fill(value: string, id: string): unknown };

/** Root fields, and fields with arguments of everything that `node` finds. */
export function textPlaces(): TextPlace[] {
  const kinds = ['query', 'mutation', 'subscription'] as const;
  const atRoot = kinds.flatMap((kind) =>
    rootFields(kind).flatMap((field) =>
      placesIn(field, kind, (call, types) => `${kind} (${types}) { ${call} }`),
    ),
  );
  const nodes = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
  const below = nodes.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      placesIn(
        field,
        'query',
        (call, types) =>
          `query ($node: ID!, ${types}) { node(id: $node) { ... on ${type.name} { ${call} } } }`,
        type.name,
      ),
    ),
  );
  return [...atRoot, ...below];
}

function placesIn(
  field: Field,
  kind: TextPlace['kind'],
  documentOf: (call: string, types: string) => string,
  owner?: string,
): TextPlace[] {
  const required = field.args.filter(isRequiredArgument);
  return field.args.flatMap((arg) => {
    const passed = [...new Set([...required, arg])];
    const types = passed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const given = passed.map(({ name }) => `${name}: $${name}`).join(', ');
    const document = documentOf(`${field.name}(${given}) ${selectionOf(field)}`, types);
    return filledIn(arg.type).map(({ path, fill }) => ({
      name: [owner, field.name, arg.name, path].filter(Boolean).join('.'),
      isCursor: ['after', 'before'].includes(arg.name),
      kind,
      document,
      variables: (value: string, id: string) => ({
        ...(owner === undefined ? {} : { node: id }),
        ...Object.fromEntries(required.map(({ name, type }) => [name, samples(type, id)[0]])),
        [arg.name]: fill(value, id),
      }),
    }));
  });
}

/** All ways to put a text into a value of a type. */
function filledIn(type: GraphQLInputType): Filled[] {
  if (isNonNullType(type)) return filledIn(type.ofType);
  if (isListType(type)) {
    return filledIn(type.ofType).map(({ path, fill }) => ({
      path,
      fill: (value, id) => [fill(value, id), fill(value, id)],
    }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) =>
      filledIn(field.type).map(({ path, fill }) => ({
        path: [field.name, path].filter(Boolean).join('.'),
        fill: (value, id) => ({
          ...(type.isOneOf ? {} : (samples(type, id)[0] as object)),
          [field.name]: fill(value, id),
        }),
      })),
    );
  }
  return ['ID', 'String'].includes(type.name) ? [{ path: '', fill: (value) => value }] : [];
}

function selectionOf({ type }: Field): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  const isPage = named.name.endsWith('Connection');
  const error = isObjectType(named) || isInterfaceType(named) ? '' : '... on Error { message }';
  return isPage ? '{ edges { cursor } pageInfo { hasNextPage hasPreviousPage } }' : `{ __typename ${error} }`;
}

/** Texts and opaque values: spoilt ids and cursors, and what is no text to a database. The same for the same seed. */
export function opaqueValues(valid: readonly string[], count: number, seed: number): string[] {
  const spoilt = fc
    .tuple(fc.constantFrom(...valid), fc.nat(), fc.constantFrom('', 'A', '=', '_', '\u0000', '\ud800'))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + 1);
    });
  // Mostly towards the end, where the keys are: before them stands what they are of.
  const reencoded = fc
    .tuple(
      fc.constantFrom(...valid),
      fc.nat(),
      fc.constantFrom('', ':', '-', '0', 'z', '"', ',', '\u0000', '𝄞'),
      fc.constantFrom('base64', 'base64url'),
    )
    .map(([text, at, put, encoding]) => {
      const inside = Buffer.from(text, 'base64').toString();
      const place = inside.length - 1 - (at % inside.length) ** 2 / inside.length;
      const [before, after] = [inside.slice(0, place), inside.slice(place + 1)];
      return Buffer.from(before + put + after).toString(encoding as BufferEncoding);
    });
  const foreign = fc
    .tuple(
      fc.constantFrom('Canvas', 'CanvasJob', 'CanvasObject', 'User', 'Nothing', 'GPC', '__proto__'),
      fc.string(),
    )
    .map(([kind, rest]) => Buffer.from(`${kind}:${rest}`).toString('base64'));
  const json = fc.json().map((text) => Buffer.from(text).toString('base64url'));
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\udc00a',
      '%_\\',
      "'; --",
      '-1',
      '1e999',
      '\u202e',
    ),
    fc.constantFrom('x'.repeat(5_000), '🎉'.repeat(4_001), '👨‍👩‍👧‍👦'.repeat(300)),
    fc.integer().map(String),
    fc.uuid(),
  );
  return fc.sample(fc.oneof(spoilt, { arbitrary: reencoded, weight: 2 }, foreign, json, text), {
    numRuns: count,
    seed,
  });
}
