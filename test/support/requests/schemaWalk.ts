import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../../src/api/schema.ts';

/** Operations derived from the schema, so that new fields are tested without being listed. */

/** A root field with arguments, and everything that can be selected below it. */
export type WalkedOperation = { field: string; document: string; variables: Record<string, unknown> };

/** How deep is selected. Queries go deepest: the others return the same objects. */
const depths = { query: 3, mutation: 2, subscription: 2 };
/** How deep is selected with optional arguments. They choose the objects, not what is below them. */
const shallow = 1;

type Field = GraphQLField<unknown, unknown>;

export function rootFields(kind: 'query' | 'mutation' | 'subscription'): Field[] {
  return Object.values(schema.getRootType(kind)?.getFields() ?? {});
}

/** Whether any argument of a field takes an id. */
export function takesId(field: Field) {
  return field.args.some(({ type }) => JSON.stringify(samples(type, 'ID')).includes('"ID"'));
}

/**
 * All operations on a root field with this id for each argument that takes one: with the required arguments only, and
 * with each value of each optional one, selected less deep.
 */
export function operationsOn(
  kind: 'query' | 'mutation' | 'subscription',
  field: Field,
  id: string,
): WalkedOperation[] {
  const [base, ...others] = variantsOf(field.args, id);
  const operation = (variables: Record<string, unknown>, depth: number) => {
    const selection = selectionBelow(getNamedType(field.type), depth);
    const used = field.args.filter(({ name }) => name in variables);
    const definitions = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
    const call = used.length === 0 ? field.name : `${field.name}(${passed})`;
    const head = used.length === 0 ? kind : `${kind} (${definitions})`;
    return { field: field.name, document: `${head} { ${call} ${selection} }`, variables };
  };
  return [operation(base, depths[kind]), ...others.map((variables) => operation(variables, shallow))];
}

/** Selections by type and depth: the operations on a root field differ in their variables only. */
const selections = new Map<string, string>();

function selectionBelow(type: GraphQLNamedType, depth: number): string {
  const key = `${type.name} ${depth}`;
  const selection = selections.get(key) ?? selectionOf(type, depth, new Set());
  selections.set(key, selection);
  return selection;
}

type Input = GraphQLArgument | GraphQLInputField;

/**
 * Values for a set of inputs: the required ones only, then also each value of each optional one. Of the elements of a
 * list, only optional ids: what an added object looks like does not decide who may add it.
 */
function variantsOf(
  inputs: readonly Input[],
  id: string,
  isElement = false,
): [base: Record<string, unknown>, ...others: Record<string, unknown>[]] {
  const base = Object.fromEntries(
    inputs.filter(isRequired).map(({ name, type }) => [name, samples(type, id)[0]]),
  );
  const varied = isElement ? inputs.filter(({ type }) => getNamedType(type).name === 'ID') : inputs;
  const others = varied.flatMap(({ name, type }) =>
    samples(type, id).map((value) => ({ ...base, [name]: value })),
  );
  const distinct = new Map(others.map((variant) => [JSON.stringify(variant), variant]));
  distinct.delete(JSON.stringify(base));
  return [base, ...distinct.values()];
}

/** GraphQL has the same rule for arguments and input fields. */
const isRequired = (input: Input) => isRequiredArgument(input as GraphQLArgument);

/** Different values of an input type. */
export function samples(type: GraphQLInputType, id: string, isElement = false): unknown[] {
  if (isNonNullType(type)) return samples(type.ofType, id, isElement);
  if (isListType(type)) return samples(type.ofType, id, true).map((value) => [value]);
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (!type.isOneOf) return variantsOf(fields, id, isElement);
    return fields.flatMap((field) =>
      samples(field.type, id, isElement).map((value) => ({ [field.name]: value })),
    );
  }
  return [scalarSamples[type.name] ?? (type.name === 'ID' ? id : 'a text')];
}

const scalarSamples: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-01-31T12:00:00Z',
};

/**
 * Selects all fields below a type. Below itself or its interface, or too deep, only the scalar fields of a type are
 * selected. Fields of a union's members have aliases, since the same name may have different types there.
 */
function selectionOf(type: GraphQLNamedType, depth: number, above: ReadonlySet<string>): string {
  if (!isCompositeType(type)) return '';
  const flat = depth === 0 || namesOf(type).some((name) => above.has(name));
  const below = new Set([...above, type.name]);
  if (isObjectType(type)) return `{ __typename ${fieldsOf(type, '', depth, below, flat)} }`;
  const members = schema.getPossibleTypes(type).map((member) => {
    const again = flat || above.has(member.name);
    return `... on ${member.name} { ${fieldsOf(member, `${member.name}_`, depth, new Set([...below, member.name]), again)} }`;
  });
  return `{ __typename ${members.join(' ')} }`;
}

/** The type and its interfaces, except for `Node`, which joins types that have nothing else in common. */
function namesOf(type: GraphQLNamedType): string[] {
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  return [type, ...interfaces].map(({ name }) => name).filter((name) => name !== 'Node');
}

function fieldsOf(
  type: GraphQLObjectType,
  prefix: string,
  depth: number,
  below: ReadonlySet<string>,
  flat: boolean,
): string {
  return Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .filter((field) => !flat || !isCompositeType(getNamedType(field.type)))
    .map((field) => {
      const name = prefix === '' ? field.name : `${prefix}${field.name}: ${field.name}`;
      // Connections, edges and payloads only wrap other objects.
      const step = /(Connection|Edge|Success|ChangeSet)$|^UpdatedCanvasObject$/.test(type.name)
        ? depth
        : depth - 1;
      return `${name} ${selectionOf(getNamedType(field.type), Math.max(0, step), below)}`;
    })
    .join(' ');
}
