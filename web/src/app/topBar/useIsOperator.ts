import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { SessionDocument } from '../../generated/graphql.ts';

/** Whether the viewer may see the ops page. */
export function useIsOperator(): boolean {
  const [{ data }] = useQuery({ query: doc(SessionDocument) });
  return data?.viewer?.role === 'OPS';
}
