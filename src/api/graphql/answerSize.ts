import {
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** What one item of a list adds to the answer: the values selected of it, and of each item of its inner lists. */
export type ItemSize = { values: number; perInnerItem: number };

/**
 * Counts the values of an answer while it is resolved. The length of a list of objects is only known once it is read,
 * so it is counted then, and an answer that is too large ends with an error.
 */
export class AnswerSize {
  readonly allowed: number;
  #values = 0;

  /** @param allowed Limit of values in lists of objects of canvases in one answer. */
  constructor(allowed: number) {
    this.allowed = allowed;
  }

  get values(): number {
    return this.#values;
  }

  /** Starts the next answer of a subscription. */
  reset(): void {
    this.#values = 0;
  }

  /**
   * Counts more values.
   * @throws GraphQLError LIMIT_EXCEEDED
   */
  add(values: number): void {
    this.#values += values;
    this.check();
  }

  /** @throws GraphQLError LIMIT_EXCEEDED: the answer is too large already. */
  check(): void {
    if (this.#values <= this.allowed) return;
    throw new GraphQLError(
      `The answer would hold more than ${this.allowed} values of objects of canvases. ` +
        'Ask for smaller pages, for fewer fields, or for fewer objects with `objects(first:)`.',
      {
        extensions: {
          code: 'LIMIT_EXCEEDED',
          limit: { name: 'answer', allowed: this.allowed, actual: this.#values },
        },
      },
    );
  }
}

/** What an item of that type adds to the answer. */
export function sizeOfItem(info: GraphQLResolveInfo, typeName: string): ItemSize {
  const type = info.schema.getType(typeName);
  if (!isObjectType(type)) return leaf;
  return new Sizer(info).sizeOf(type, info.fieldNodes);
}

/** Walks a selection. Fragments count at each spread, and are walked once for each type. */
class Sizer {
  readonly #schema: GraphQLSchema;
  readonly #fragments: GraphQLResolveInfo['fragments'];
  readonly #known = new Map<string, ItemSize>();

  constructor({ schema, fragments }: GraphQLResolveInfo) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  sizeOf(type: GraphQLObjectType, fields: readonly FieldNode[]): ItemSize {
    const sizes = fields.flatMap(({ selectionSet }) =>
      selectionSet ? [this.#selection(type, selectionSet)] : [],
    );
    return sum([leaf, ...sizes]);
  }

  #selection(type: GraphQLObjectType, { selections }: SelectionSetNode): ItemSize {
    return sum(
      selections.map((node) => {
        if (node.kind === Kind.FIELD) return this.#field(type, node);
        if (node.kind === Kind.INLINE_FRAGMENT) {
          const applies = this.#applies(type, node.typeCondition?.name.value);
          return applies ? this.#selection(type, node.selectionSet) : nothing;
        }
        return this.#spread(type, node.name.value);
      }),
    );
  }

  #spread(type: GraphQLObjectType, name: string): ItemSize {
    const key = `${type.name} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments[name];
    const applies = fragment !== undefined && this.#applies(type, fragment.typeCondition.name.value);
    const size = applies ? this.#selection(type, fragment.selectionSet) : nothing;
    this.#known.set(key, size);
    return size;
  }

  #field(type: GraphQLObjectType, node: FieldNode): ItemSize {
    const field = type.getFields()[node.name.value];
    if (field === undefined || !node.selectionSet) return leaf;
    const inner = getNamedType(field.type);
    const types = isAbstractType(inner)
      ? this.#schema.getPossibleTypes(inner)
      : isObjectType(inner)
        ? [inner]
        : [];
    const size = types.map((each) => this.sizeOf(each, [node])).reduce(larger, leaf);
    return isListType(getNullableType(field.type)) ? { values: 1, perInnerItem: size.values } : size;
  }

  #applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#schema.getType(condition);
    return isAbstractType(wanted) && this.#schema.isSubType(wanted, type);
  }
}

const nothing: ItemSize = { values: 0, perInnerItem: 0 };
const leaf: ItemSize = { values: 1, perInnerItem: 0 };

const larger = (one: ItemSize, other: ItemSize): ItemSize => ({
  values: Math.max(one.values, other.values),
  perInnerItem: Math.max(one.perInnerItem, other.perInnerItem),
});

const sum = (sizes: readonly ItemSize[]): ItemSize => ({
  values: sizes.reduce((total, { values }) => total + values, 0),
  perInnerItem: sizes.reduce((total, { perInnerItem }) => total + perInnerItem, 0),
});
