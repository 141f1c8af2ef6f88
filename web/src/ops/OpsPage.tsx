import { useQuery } from 'urql';
import { useSearch } from 'wouter';
import { doc } from '../api/document.ts';
import { SessionDocument } from '../generated/graphql.ts';
import { t } from '../language/opsTexts.ts';
import { Empty } from '../ui/messages/Empty.tsx';
import { Problem } from '../ui/messages/Problem.tsx';
import { useTitle } from '../ui/useTitle.ts';
import { CleanUp } from './CleanUp.tsx';
import { CacheFigures } from './cache/CacheFigures.tsx';
import { Statistics } from './charts/Statistics.tsx';
import { windowNamed } from './charts/statsWindow.ts';
import { Failures } from './Failures.tsx';
import { EveryonesJobs } from './jobs/EveryonesJobs.tsx';
import { Queue } from './queue/Queue.tsx';
import { Usage } from './Usage.tsx';
import './ops.css';

/** State of the queue and the workers, and statistics of everyone's jobs. For operators. */
export function OpsPage() {
  useTitle(t('ops.title'));
  const [{ data, error }, read] = useQuery({ query: doc(SessionDocument) });
  const reread = () => read({ requestPolicy: 'network-only' });
  return (
    <main className="page ops" id="content" aria-busy={!data && !error}>
      {!data && error && <Problem error={error} onRetry={reread} />}
      {data && (data.viewer?.role === 'OPS' ? <Operations /> : <Refusal />)}
    </main>
  );
}

function Operations() {
  const window = windowNamed(new URLSearchParams(useSearch()).get('window'));
  return (
    <>
      <h1>{t('ops.title')}</h1>
      <Queue />
      <Statistics window={window} />
      <Failures key={window} window={window} />
      <EveryonesJobs />
      <Usage />
      <CacheFigures />
      <CleanUp />
    </>
  );
}

function Refusal() {
  return (
    <Empty heading="h1" title={t('ops.refusal.title')}>
      {t('ops.refusal.text')}
    </Empty>
  );
}
