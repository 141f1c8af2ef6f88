import { useState } from 'react';
import { Link } from 'wouter';
import { OpsJobsDocument, type OpsJobsQueryVariables } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Problem } from '../../ui/messages/Problem.tsx';
import { jobsPath } from '../../ui/paths.ts';
import { useNow } from '../../ui/useNow.ts';
import { Choice } from '../section/Choice.tsx';
import { OpsSection } from '../section/OpsSection.tsx';
import { usePolled } from '../section/usePolled.ts';
import { OpsJobRow } from './OpsJobRow.tsx';

/** Lists of everyone's jobs. The oldest job is the one that has been running or waiting longest, almost always. */
const lists = {
  running: { filter: { status: ['PROCESSING', 'CANCELLING'] }, orderBy: 'CREATED_AT_ASC' },
  waiting: { filter: { status: ['QUEUED'] }, orderBy: 'CREATED_AT_ASC' },
  newest: { filter: {}, orderBy: 'CREATED_AT_DESC' },
} as const satisfies Record<string, { filter: object; orderBy: OpsJobsQueryVariables['orderBy'] }>;

type ListName = keyof typeof lists;
const listNames = Object.keys(lists) as ListName[];

/** The jobs of everyone that run or wait longest, or are newest. */
export function EveryonesJobs() {
  const [list, setList] = useState<ListName>('running');
  return (
    <OpsSection title={t('ops.jobs.title')} query={OpsJobsDocument} variables={variablesOf(list)}>
      <div className="ops-bar">
        <Choice
          label={t('ops.jobs.title')}
          options={listNames.map((name) => [name, t(`ops.jobs.${name}`)] as const)}
          current={list}
          onChoose={(name) => setList(name)}
        />
        <Link href={`${jobsPath}?scope=all`}>{t('ops.jobs.all')}</Link>
      </div>
      <JobList key={list} list={list} />
    </OpsSection>
  );
}

function JobList({ list }: { list: ListName }) {
  const { data, error, reread } = usePolled(OpsJobsDocument, variablesOf(list));
  const now = useNow(1_000);
  const jobs = data?.jobs?.edges.map(({ node }) => node);
  if (!jobs) return error && <Problem error={error} onRetry={reread} />;
  if (jobs.length === 0) {
    return (
      <Empty heading="h3" title={t('ops.jobs.none')}>
        {t(`ops.jobs.noneText.${list}`)}
      </Empty>
    );
  }
  return (
    <ul className="ops-jobs">
      {jobs.map((job) => (
        <OpsJobRow key={job.id} job={job} now={now} onChanged={reread} />
      ))}
    </ul>
  );
}

function variablesOf(list: ListName): OpsJobsQueryVariables {
  const { filter, orderBy } = lists[list];
  return { filter: 'status' in filter ? { status: [...filter.status] } : null, orderBy };
}
