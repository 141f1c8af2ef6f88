import { cutText, isLongerThan } from '../../../../src/canvas/model/cutText.ts';
import { t } from '../../language/language.ts';

/** Longer instructions are collapsed; in characters. */
const maxExpandedLength = 220;

/** The instruction of a job. A long one is cut, and opens. */
export function JobInstruction({ text }: { text: string }) {
  if (!isLongerThan(text, maxExpandedLength)) return <p className="job-instruction">{text}</p>;
  return (
    <details className="job-instruction job-instruction-long">
      <summary data-more={t('job.showAll')} data-less={t('job.showLess')}>
        <span>{cutText(text, maxExpandedLength)}</span>
      </summary>
      <p>{text}</p>
    </details>
  );
}
