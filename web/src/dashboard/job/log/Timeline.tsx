import type { LogEntryFragment } from '../../../generated/graphql.ts';
import { formatDuration } from '../../../jobs/texts/format.ts';
import { t } from '../../../language/dashboardTexts.ts';
import { formatMoment } from '../../../language/formats.ts';
import { ServerText } from '../../../ui/messages/ServerText.tsx';
import { entryText, formatTime } from './eventText.ts';
import { groupEvents, type TimelineEntry } from './timeline.ts';

/** The log of a job as a list, with the objects of each phase together. */
export function Timeline({ events }: { events: readonly LogEntryFragment[] }) {
  const [first] = events;
  return (
    <section className="job-page-section" aria-labelledby="job-timeline">
      <h2 id="job-timeline">{t('dashboard.job.timeline')}</h2>
      <ol className="timeline">
        {first &&
          groupEvents(events).map((entry) => (
            <Entry key={entry.event.sequence} entry={entry} start={Date.parse(first.at)} />
          ))}
      </ol>
    </section>
  );
}

function Entry({ entry, start }: { entry: TimelineEntry; start: number }) {
  const { event } = entry;
  const { title, details, quote } = entryText(entry);
  const after = Date.parse(event.at) - start;
  return (
    <li className="timeline-entry" data-event={event.__typename}>
      <p className="timeline-title">{title}</p>
      <p className="timeline-time figures">
        <time dateTime={event.at} title={formatMoment(event.at)}>
          {formatTime(event.at)}
        </time>
        {after > 0 && ` · ${t('dashboard.job.after', { time: formatDuration(after) })}`}
      </p>
      {details.map((detail) => (
        <p key={detail} className="timeline-detail">
          {detail}
        </p>
      ))}
      {quote && (
        <p className="timeline-detail">
          <ServerText text={quote} />
        </p>
      )}
    </li>
  );
}
