import type { JobPriority } from '../generated/graphql.ts';
import { t } from '../language/language.ts';

/** The priorities that everybody can choose, with their texts; URGENT is for operators. */
export function priorities(): readonly (readonly [JobPriority, string])[] {
  return (['HIGH', 'NORMAL', 'LOW'] as const).map((priority) => [
    priority,
    t(`composer.priority.${priority}`),
  ]);
}
