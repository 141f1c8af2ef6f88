import { PencilRuler, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { useReconnected } from '../../api/outages/useReconnected.ts';
import { readToken, writeToken } from '../../api/token.ts';
import { Button } from '../../controls/Button.tsx';
import { Popover } from '../../controls/Popover.tsx';
import { SessionDocument } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';

/** The planner, and the signed-in user. */
export function Account() {
  const [{ data }, read] = useQuery({ query: doc(SessionDocument) });
  useReconnected(() => read({ requestPolicy: 'network-only' }));
  if (!data) return null;
  return (
    <>
      {data.system && <PlannerChip planner={data.system.planner} model={data.system.model} />}
      {readToken() !== null && data.viewer && <SignOut name={data.viewer.name} />}
    </>
  );
}

function PlannerChip({ planner, model }: { planner: string; model: string | null }) {
  if (planner !== 'sketcher') {
    return (
      <ExplainedChip icon={<Sparkles aria-hidden />} name={model ?? planner}>
        {t('app.planner.model')}
      </ExplainedChip>
    );
  }
  return (
    <ExplainedChip icon={<PencilRuler aria-hidden />} name={t('app.planner.sketcher')}>
      {t('app.planner.noModel')}
    </ExplainedChip>
  );
}

function ExplainedChip({ icon, name, children }: { icon: ReactNode; name: string; children: string }) {
  const chip = (
    <button type="button" className="planner-chip" aria-label={name}>
      {icon} <span>{name}</span>
    </button>
  );
  return (
    <Popover trigger={chip} label={name}>
      <p>{children}</p>
    </Popover>
  );
}

function SignOut({ name }: { name: string }) {
  return (
    <Button
      look="quiet"
      onClick={() => {
        writeToken(null);
        location.reload();
      }}
    >
      {t('app.signOut', { name })}
    </Button>
  );
}
