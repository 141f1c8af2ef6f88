import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableValues,
} from 'graphql';
import { batchSizeOf } from '../../graphql/batch.ts';

/**
 * How many mutations an operation counts as: its root fields, also those in fragments, and each element of a batch.
 * A fragment counts once, as it is executed once.
 * @throws GraphQLError An argument is not valid.
 */
export function countMutations(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: VariableValues,
): number {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node.selectionSet]),
  );
  const fields = schema.getMutationType()?.getFields() ?? {};
  const ofField = (node: FieldNode): number => {
    const field = fields[node.name.value];
    const sizeOf = field && batchSizeOf(field);
    return field && sizeOf ? Math.max(1, sizeOf(getArgumentValues(field, node, variables))) : 1;
  };
  const ofSelection = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + ofSelection(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      fragments.delete(selection.name.value);
      return sum + (fragment === undefined ? 0 : ofSelection(fragment));
    }, 0);
  return ofSelection(operation.selectionSet);
}
