import { type AnyVariables, useMutation } from 'urql';
import { doc } from '../../api/document.ts';
import { refusalText } from '../../api/errors/refusalText.ts';
import { useRequestFailure } from '../../api/errors/requestFailure.ts';
import type { TypedDocumentString } from '../../generated/graphql.ts';

type Action<Data, Variables> = {
  /** Runs it; gives its data, or null when the request failed. */
  run(variables: Variables): Promise<Data | null>;
  isRunning: boolean;
  /** Why it failed or was refused, for display; null if it was not. */
  problem: string | null;
};

/** A mutation of one field, whose result is a success or an error with a message. */
export function useAction<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
): Action<Data, Variables> {
  const [{ fetching, data, error }, mutate] = useMutation<Data, AnyVariables>(doc(document));
  const failure = useRequestFailure(error);
  return {
    run: async (variables) => (await mutate(variables)).data ?? null,
    isRunning: fetching,
    problem: failure ?? refusalIn(data),
  };
}

function refusalIn(data: object | undefined): string | null {
  for (const result of Object.values(data ?? {})) {
    if (result !== null && typeof result === 'object' && 'message' in result) return refusalText(result);
  }
  return null;
}
