import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { type Client, useClient } from 'urql';
import { doc } from '../../../api/document.ts';
import { requestFailure } from '../../../api/errors/requestFailure.ts';
import { Button } from '../../../controls/Button.tsx';
import { copy, textBlob } from '../../../exporting/copy.ts';
import { download } from '../../../exporting/download.ts';
import { RawJobLogDocument } from '../../../generated/graphql.ts';
import { t } from '../../../language/dashboardTexts.ts';
import { ErrorNote } from '../../../ui/messages/ErrorNote.tsx';
import { announce } from '../../../ui/messages/notice.ts';
import { readRawLog } from './readRawLog.ts';

/** The log of a job as JSON, for operators. It is read when it is asked for. */
export function RawLog({ jobId }: { jobId: string }) {
  const client = useClient();
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function run(use: (log: Promise<Blob>) => Promise<void>): Promise<void> {
    setIsReading(true);
    setProblem(null);
    try {
      await use(readAsJson(client, jobId).then(textBlob));
    } catch (cause) {
      setProblem(cause instanceof Error ? cause.message : String(cause));
    }
    setIsReading(false);
  }

  async function copyLog(log: Promise<Blob>): Promise<void> {
    await copy('text/plain', log);
    announce({ text: t('dashboard.job.logCopied') });
  }

  return (
    <section className="job-page-section" aria-labelledby="job-raw-log">
      <h2 id="job-raw-log">{t('dashboard.job.rawLog')}</h2>
      <div className="job-page-actions">
        <Button disabled={isReading} onClick={() => void run(copyLog)}>
          <Copy aria-hidden /> {t('dashboard.job.copyLog')}
        </Button>
        <Button
          disabled={isReading}
          onClick={() => void run(async (log) => download(await log, 'job-log.json'))}
        >
          <Download aria-hidden /> {t('dashboard.job.downloadLog')}
        </Button>
      </div>
      <ErrorNote text={problem} />
    </section>
  );
}

/** @throws Error with a text for people */
async function readAsJson(client: Client, jobId: string): Promise<string> {
  const events = await readRawLog(async (after) => {
    const variables = { id: jobId, after };
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(doc(RawJobLogDocument), variables, options).toPromise();
    if (!data?.job) throw new Error(error ? requestFailure(error) : t('dashboard.job.notFound'));
    return data.job.events;
  });
  return JSON.stringify({ jobId, events }, null, 2);
}
