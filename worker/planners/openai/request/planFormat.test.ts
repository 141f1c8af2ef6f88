import { describe, expect, it } from 'vitest';
import { plan } from '../../../../src/canvas/model/plan.ts';
import { planFormat } from './planFormat.ts';

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The schema and all that are within it. */
function within(schema: Schema): Schema[] {
  const { properties, items, anyOf } = schema;
  const options: unknown[] = Array.isArray(anyOf) ? anyOf : [];
  const inner = [...Object.values(properties ?? {}), items, ...options].filter(isSchema);
  return [schema, ...inner.flatMap(within)];
}

const schemas = within(planFormat.schema);
const objects = schemas.filter(({ type }) => type === 'object');

// https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
describe('the schema that a model is held to', () => {
  it('describes an object at its root', () => {
    expect(planFormat.schema).toMatchObject({ type: 'object' });
    expect(planFormat.schema).not.toHaveProperty('anyOf');
  });

  it('wants every property of each of its objects, and allows no other', () => {
    expect(objects).toHaveLength(8);
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false);
      expect(object.required).toEqual(Object.keys(object.properties ?? {}));
    }
  });

  it('has no keyword that strict mode does not know', () => {
    const known = [
      'type',
      'properties',
      'required',
      'additionalProperties',
      'items',
      'anyOf',
      'enum',
      'const',
      'description',
    ];
    const strange = schemas.flatMap(Object.keys).filter((word) => !known.includes(word));
    expect(strange).toEqual([]);
  });

  it('does not say which draft of JSON schema it is', () => {
    expect(planFormat.schema).not.toHaveProperty('$schema');
  });

  it('has a name that the provider accepts', () => {
    expect(planFormat.name).toMatch(/^[\w-]{1,64}$/);
    expect(planFormat.strict).toBe(true);
  });

  it('knows every kind of object that a plan may have', () => {
    const kinds = objects.flatMap(({ properties }) => {
      const type = isSchema(properties) ? properties.type : undefined;
      return isSchema(type) && 'const' in type ? [type.const] : [];
    });
    expect(kinds).toEqual(plan.shape.objects.element.options.map((option) => option.shape.type.value));
  });
});
