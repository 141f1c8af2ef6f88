import type { JobErrorFieldsFragment } from '../../generated/graphql.ts';
import { ServerText } from '../../ui/messages/ServerText.tsx';
import { failureTexts } from '../texts/failureText.ts';

/** Why an attempt or a job failed, and what to do next, as paragraphs. */
export function FailureTexts({ error }: { error: JobErrorFieldsFragment | null }) {
  const { texts, quote } = failureTexts(error);
  return (
    <>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {quote && (
        <p>
          <ServerText text={quote} />
        </p>
      )}
    </>
  );
}
