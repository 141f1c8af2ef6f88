import { z } from 'zod';
import { plan } from '../../../src/canvas/model/plan.ts';

/** Keywords that strict structured output does not know everywhere; what they demand is checked when it comes back. */
const unsupported = ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'default'] as const;

/** Name and JSON schema of a plan, in the subset that strict structured output allows. */
export const planFormat = {
  name: 'canvas_plan',
  strict: true,
  schema: strictSchema(),
} as const;

function strictSchema(): Record<string, unknown> {
  const { $schema: _draft, ...schema } = z.toJSONSchema(plan, {
    override: ({ jsonSchema }) => {
      for (const keyword of unsupported) delete jsonSchema[keyword];
      // A discriminated union comes out as oneOf, which strict mode does not allow; anyOf says the same here.
      if (jsonSchema.oneOf !== undefined) {
        jsonSchema.anyOf = jsonSchema.oneOf;
        delete jsonSchema.oneOf;
      }
    },
  });
  return schema;
}
