import { PencilRuler, Sparkles } from 'lucide-react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { readToken, writeToken } from '../api/token.ts';
import { useReconnected } from '../api/useReconnected.ts';
import { SessionDocument } from '../generated/graphql.ts';

/** The planner, and the signed-in user. */
export function Account() {
  const [{ data }, read] = useQuery({ query: doc(SessionDocument) });
  useReconnected(() => read({ requestPolicy: 'network-only' }));
  if (!data) return null;
  return (
    <>
      <PlannerChip planner={data.system.planner} model={data.system.model} />
      {readToken() !== null && data.viewer && <SignOut name={data.viewer.name} />}
    </>
  );
}

function PlannerChip({ planner, model }: { planner: string; model: string | null }) {
  if (planner !== 'sketcher') {
    return (
      <span className="planner-chip" title="AI model that plans your canvases">
        <Sparkles aria-hidden /> <span>{model ?? planner}</span>
      </span>
    );
  }
  const explanation = 'No AI key is configured. Built-in rules draw your canvases, not an AI model.';
  return (
    <span className="planner-chip" title={explanation}>
      <PencilRuler aria-hidden /> <span>Built-in sketcher</span>
      <span className="visually-hidden">{explanation}</span>
    </span>
  );
}

function SignOut({ name }: { name: string }) {
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => {
        writeToken(null);
        location.reload();
      }}
    >
      Sign out {name}
    </button>
  );
}
