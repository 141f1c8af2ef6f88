import { describe, expect, it } from 'vitest';
import { plan } from '../../../../src/canvas/model/plan.ts';
import { planFormat } from './planFormat.ts';

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The schema and all schemas nested in it. */
function flatten(schema: Schema): Schema[] {
  const { properties, items, anyOf } = schema;
  const options: unknown[] = Array.isArray(anyOf) ? anyOf : [];
  const inner = [...Object.values(properties ?? {}), items, ...options].filter(isSchema);
  return [schema, ...inner.flatMap(flatten)];
}

const schemas = flatten(planFormat.schema);
const objects = schemas.filter(({ type }) => type === 'object');

// https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
describe('the JSON schema of a plan', () => {
  it('has an object at its root', () => {
    expect(planFormat.schema).toMatchObject({ type: 'object' });
    expect(planFormat.schema).not.toHaveProperty('anyOf');
  });

  it('requires every property of each object, and allows no others', () => {
    expect(objects).toHaveLength(6);
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false);
      expect(object.required).toEqual(Object.keys(object.properties ?? {}));
    }
  });

  it('has only keywords that strict mode supports', () => {
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
    const unsupported = schemas.flatMap(Object.keys).filter((keyword) => !known.includes(keyword));
    expect(unsupported).toEqual([]);
  });

  it('does not name its JSON schema draft', () => {
    expect(planFormat.schema).not.toHaveProperty('$schema');
  });

  it('has a name that the provider accepts', () => {
    expect(planFormat.name).toMatch(/^[\w-]{1,64}$/);
    expect(planFormat.strict).toBe(true);
  });

  it('covers every kind of object of a plan', () => {
    const kinds = objects.flatMap(({ properties }) => {
      const type = isSchema(properties) ? properties.type : undefined;
      return isSchema(type) && 'const' in type ? [type.const] : [];
    });
    expect(kinds).toEqual(plan.shape.objects.element.options.map((option) => option.shape.type.value));
  });
});
