import { singular } from '../../text/words.ts';
import { nounOf } from './predicate.ts';

/** How many of something there are. */
export const QUANTITY =
  /^(?:(?:zero|one|0|1) or (?:more|many)|at least one|up to \w+|many|several|multiple|various|mehrere|viele|plusieurs|varios|varias|muchos|muchas|one|exactly one|a single|lots of|\d+)\s+(?=\S)/i;
/** Elsewhere "two app servers" is a name. */
export const NUMBER_OF_ENTITIES = /^(?:two|three|four|five|six)\s+(?=\S)/i;
/** "Customer 1..n Order" */
export const CARDINALITY =
  /^(\S.{0,40}?)\s+((?:\d|[nm*]|one|many|zero)\s*(?:\.\.|:|-to-|-|\sto\s)\s*(?:\d|[nm*]|one|many|more))\s+(\S.{0,40})$/i;
const FIELD = /^(?:fields?|attributes?|columns?|properties|property|methods?)\s*:?\s+(?=\S)/i;
const ATTRIBUTE =
  /(?:^|[\s_])(?:id|name|e-?mail|title|date|price|status|address|phone|amount|number|description|text|body|type|age|url|password|quantity|total|colou?r|size|code|isbn|sku|birthday|role)$/i;

/** Whether something that an entity has is a field of it: one by its name, or listed beside one. */
export function isField(object: string, objects: readonly string[]): boolean {
  return FIELD.test(object) || objects.some((each) => ATTRIBUTE.test(each) && !QUANTITY.test(each));
}

/** The name of a field, without "field" before it. */
export function withoutKind(text: string): string {
  return text.replace(FIELD, '');
}

/** What the singular and the plural of a name have in common. */
export function singularOf(text: string): string {
  return singular(nounOf(text).replace(QUANTITY, '').toLowerCase());
}
