import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';

const name = 'nullableRootFields';

declare global {
  export namespace PothosSchemaTypes {
    // biome-ignore lint/style/useConsistentTypeDefinitions: only interfaces merge
    interface Plugins<Types extends SchemaTypes> {
      [name]: NullableRootFields<Types>;
    }
  }
}

/**
 * Makes every field of Query and Mutation nullable. GraphQL replaces a non-null field that fails by null together with
 * its parent, which for these is the whole answer: one forbidden field would take the others with it.
 */
class NullableRootFields<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (field.kind !== 'Query' && field.kind !== 'Mutation') return field;
    return { ...field, type: { ...field.type, nullable: true } };
  }
}

SchemaBuilder.registerPlugin(name, NullableRootFields);

export default name;
