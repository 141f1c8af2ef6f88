import type { BoxNameFragment, ObjectNameFragment } from '../generated/graphql.ts';
import { firstLine } from '../jobs/texts/format.ts';
import { t } from '../language/language.ts';

/** What an object is called: its text, or else its kind; a connector by its ends. */
export function nameOfObject(object: ObjectNameFragment): string {
  if (object.__typename === 'Connector') {
    const ends = `${nameOfBox(object.from)} → ${nameOfBox(object.to)}`;
    return object.label ? `${ends}: ${firstLine(object.label)}` : ends;
  }
  return nameOfBox(object);
}

function nameOfBox(box: BoxNameFragment | null): string {
  if (box === null) return t('job.object.unknown');
  const text = box.__typename === 'Frame' ? box.title : box.text;
  if (text.trim() !== '') return firstLine(text);
  return t(box.__typename === 'Frame' ? 'job.object.frame' : 'job.object.shape');
}
