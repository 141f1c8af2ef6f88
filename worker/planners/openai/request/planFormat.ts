import { z } from 'zod';
import { plan } from '../../../../src/canvas/model/plan.ts';

/** Keywords that not every provider supports in strict mode. The answer is validated against them instead. */
const unsupportedKeywords = ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'default'] as const;

/** Name and JSON schema of a plan, in the subset that strict structured output allows. */
export const planFormat = {
  name: 'canvas_plan',
  strict: true,
  schema: createStrictSchema(),
} as const;

function createStrictSchema(): Record<string, unknown> {
  const { $schema: _draft, ...schema } = z.toJSONSchema(plan, {
    override: ({ jsonSchema }) => {
      for (const keyword of unsupportedKeywords) delete jsonSchema[keyword];
      if (jsonSchema.properties !== undefined) jsonSchema.required = Object.keys(jsonSchema.properties);
      // zod writes a discriminated union as oneOf, which strict mode does not allow; anyOf is equivalent here.
      if (jsonSchema.oneOf !== undefined) {
        jsonSchema.anyOf = jsonSchema.oneOf;
        delete jsonSchema.oneOf;
      }
    },
  });
  return schema;
}
