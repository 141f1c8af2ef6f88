import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { schema } from '../../../src/api/schema.ts';

/** Random operations derived from the schema: most are valid, the others are malformed on purpose. */

/** A request to post, with the text of its body. */
export type RandomRequest = { body: string; asStream: boolean; asOperator: boolean };

/** Ids to use in operations. */
type Material = { ids: string[] };

const texts = [
  'a text',
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '😀'.repeat(300),
  "'; DROP TABLE canvas; --",
  '%_\\',
  '__proto__',
  'x'.repeat(5_000),
];
const numbers = [0, 1, -1, 2, 100, 101, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1e300, 0.5];
const moments = [
  '2026-01-31T12:00:00Z',
  '2026-01-31',
  'yesterday',
  '+275760-09-13T00:00:00Z',
  '0000-01-01',
  '',
];
const badIds = ['', 'x', 'Q2FudmFzSm9iOg==', 'Q2FudmFzSm9iOjE6Mg==', 'VXNlcjp4', '=', '\u0000', '🙂'];

/** Arguments of which most combinations are refused. */
const pageArguments = new Set(['first', 'last', 'after', 'before']);

/** One request, valid or not. */
export function randomRequest(g: GeneratorValue, material: Material): RandomRequest {
  const writer = new Writer(g, material);
  const operation = writer.operation();
  const malform = writer.oneOf(malformations);
  return {
    body: malform(writer, operation),
    asStream: operation.kind === 'subscription',
    asOperator: writer.rarely(4),
  };
}

type Kind = 'query' | 'mutation' | 'subscription';
type Operation = { kind: Kind; document: string; variables: Record<string, unknown> };

class Writer {
  readonly #g: GeneratorValue;
  readonly #material: Material;
  #variables: Record<string, unknown> = {};
  #definitions: string[] = [];

  constructor(g: GeneratorValue, material: Material) {
    this.#g = g;
    this.#material = material;
  }

  upTo(limit: number): number {
    return this.#g(fc.nat, limit);
  }

  oneOf<T>(values: readonly T[]): T {
    return values[this.upTo(values.length - 1)] as T;
  }

  /** True in one of so many cases. */
  rarely(cases: number): boolean {
    return this.upTo(cases - 1) === 0;
  }

  operation(): Operation {
    const kind = this.oneOf<Kind>(['query', 'query', 'mutation', 'query', 'subscription']);
    const fields = Object.values(schema.getRootType(kind)?.getFields() ?? {});
    const count = kind === 'subscription' ? 1 : 1 + this.upTo(2);
    const selected = Array.from({ length: count }, (_, index) =>
      this.field(this.oneOf(fields), 5, count === 1 ? '' : `r${index}: `),
    );
    const head =
      this.#definitions.length === 0 ? `${kind} Op` : `${kind} Op(${this.#definitions.join(', ')})`;
    return { kind, document: `${head} { ${selected.join(' ')} }`, variables: this.#variables };
  }

  field(field: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
    const args = field.args
      .filter((arg) => isRequiredArgument(arg) || this.rarely(pageArguments.has(arg.name) ? 6 : 2))
      .map((arg) => `${arg.name}: ${this.argument(arg.type)}`);
    const passed = args.length === 0 ? '' : `(${args.join(', ')})`;
    return `${alias}${field.name}${passed} ${this.selection(getNamedType(field.type), depth - 1)}`;
  }

  selection(type: GraphQLNamedType, depth: number): string {
    if (!isCompositeType(type)) return '';
    if (depth <= 0) return '{ __typename }';
    if (isUnionType(type)) {
      const selections = type
        .getTypes()
        .map((object) => `... on ${object.name} ${this.selection(object, depth)}`);
      return `{ __typename ${this.oneOf(selections)} }`;
    }
    const fields = Object.values(type.getFields());
    const count = 1 + this.upTo(Math.min(5, fields.length - 1));
    // Aliases keep fields with different arguments apart.
    const selected = Array.from({ length: count }, (_, index) =>
      this.field(this.oneOf(fields), depth, this.rarely(2) ? `f${depth}_${index}: ` : ''),
    );
    return `{ ${selected.join(' ')} }`;
  }

  argument(type: GraphQLInputType): string {
    const value = this.value(type);
    if (this.rarely(2)) return literal(value, type);
    const name = `v${this.#definitions.length}`;
    this.#definitions.push(`$${name}: ${String(type)}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.rarely(40) ? null : this.value(type.ofType);
    if (this.rarely(40)) return this.oneOf<unknown>([null, 'wrong', 7, [], {}, [[[[]]]], { __proto__: 1 }]);
    if (isListType(type)) return Array.from({ length: this.upTo(3) }, () => this.value(type.ofType));
    if (isEnumType(type)) return this.rarely(20) ? 'NONE' : this.oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const given = type.isOneOf
        ? [this.oneOf(fields)]
        : fields.filter((field) => isNonNullType(field.type) || this.rarely(2));
      return Object.fromEntries(given.map((field) => [field.name, this.value(field.type)]));
    }
    return this.scalar(type.name);
  }

  scalar(name: string): unknown {
    switch (name) {
      case 'Int':
        return this.oneOf(this.rarely(5) ? numbers : [1, 5, 20]);
      case 'Float':
        return this.oneOf(numbers);
      case 'Boolean':
        return this.rarely(2);
      case 'ID':
        return this.oneOf(this.rarely(4) ? badIds : this.#material.ids);
      case 'DateTime':
        return this.oneOf(moments);
      default:
        return this.oneOf(texts);
    }
  }
}

/** A value in the language of documents: names of enums and fields stand without quotes there. */
function literal(value: unknown, type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, type)).join(', ')}]`;
  if (typeof value === 'string')
    return isEnumType(named) && /^[A-Z_]+$/.test(value) ? value : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = isInputObjectType(named) ? named.getFields() : {};
  const pairs = Object.entries(value).map(
    ([key, each]) =>
      `${key}: ${fields[key] ? literal(each, fields[key].type) : JSON.stringify(String(each))}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

type Spoiler = (writer: Writer, operation: Operation) => string;

const plain: Spoiler = (_writer, { document, variables }) => JSON.stringify({ query: document, variables });
const rewrite =
  (change: (document: string, writer: Writer) => string): Spoiler =>
  (writer, operation) =>
    plain(writer, { ...operation, document: change(operation.document, writer) });
const around =
  (more: (writer: Writer) => Record<string, unknown>): Spoiler =>
  (writer, { document, variables }) =>
    JSON.stringify({ query: document, variables, ...more(writer) });

const repeat = (times: number, part: (index: number) => string) =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');

/** Half of all operations are sent as they are. */
const malformations: readonly Spoiler[] = [
  ...Array.from({ length: 14 }, () => plain),
  // The document is torn, or has what it must not.
  rewrite((text, writer) => text.slice(0, writer.upTo(text.length))),
  rewrite((text, writer) => {
    const at = writer.upTo(text.length);
    return (
      text.slice(0, at) +
      writer.oneOf(['}', '{', '$', '@', '"', '"""', '\u0000', '\ud800', '#', 'ö', '...']) +
      text.slice(at)
    );
  }),
  rewrite((text) => text.replace(/\b([a-z]\w+)\b(?= \{)/, '$1s')),
  rewrite((text, writer) =>
    text.replace(
      / \{/,
      ` @${writer.oneOf(['skip(if: true)', 'include(if: $no)', 'defer', 'stream', 'oneOf', 'a @b @c'])} {`,
    ),
  ),
  rewrite((text) => `${text} ${text}`),
  // Much of something.
  rewrite((text) => text.replace('{', `{ ${repeat(200, (index) => `a${index}: __typename`)}`)),
  rewrite((text) => text.replace('{', `{ ${repeat(900, () => '__typename')}`)),
  rewrite((text) => `${text} #${'x'.repeat(30_000)}`),
  rewrite((text) => text.replace('{', `{ ${repeat(40, () => '... {')} __typename ${repeat(40, () => '}')}`)),
  // Fragments that go round in a circle, or multiply.
  rewrite(
    (text) => `${text.replace('{', '{ ...A')} fragment A on Query { ...B } fragment B on Query { ...A }`,
  ),
  () =>
    JSON.stringify({
      query: `{ ...F0 } ${repeat(25, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F25 on Query { viewer { id } }`,
    }),
  () =>
    JSON.stringify({
      query: `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`,
    }),
  // What surrounds the document is not as it must be.
  around((writer) => ({
    variables: writer.oneOf<unknown>([null, [], 'x', 7, { v0: { a: [{}] } }, { __proto__: null }]),
  })),
  around((writer) => ({ operationName: writer.oneOf<unknown>(['Op', 'Other', '', 7, null, '__proto__']) })),
  around((writer) => ({
    extensions: writer.oneOf<unknown>([
      7,
      { persistedQuery: null },
      { persistedQuery: { sha256Hash: '__proto__' } },
      { persistedQuery: { sha256Hash: 7 } },
      { persistedQuery: 'x' },
    ]),
  })),
  (writer) =>
    writer.oneOf([
      '',
      'null',
      '[]',
      '{}',
      '{',
      '"x"',
      '7',
      '[{"query":"{ viewer { id } }"}]',
      '{"query":null}',
      '{"query":["{a}"]}',
    ]),
];
