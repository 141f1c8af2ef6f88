import { useState } from 'react';
import { useLocation } from 'wouter';
import type { EndedJobFragment } from '../../generated/graphql.ts';
import { canvasPath, jobPath, jobsPath } from '../../ui/paths.ts';
import { createBurst } from '../endedJobs/burst.ts';
import { endKey } from '../endedJobs/endedJobs.ts';
import { bundleText, bundleTopic, outcomeOf, titleOf } from '../endedJobs/endedJobText.ts';
import { claim, isAnyTabVisible } from '../tabs/tabs.ts';
import { showBrowserNotification } from './browserNotification.ts';
import { deviceSettings } from './deviceSettings.ts';
import { canPlayTone, playTone } from './playTone.ts';

/** Returns what reports a job outside the page, once for all tabs: a sound, and a notification if no tab is visible. */
export function useAlerts(): (job: EndedJobFragment) => void {
  const [, navigate] = useLocation();
  const [next] = useState(() => createBurst());

  async function playSound(key: string): Promise<void> {
    if (!deviceSettings.get().isSoundOn || !canPlayTone()) return;
    if (await claim(`sound ${key}`)) playTone();
  }

  async function notify(job: EndedJobFragment): Promise<void> {
    if (await isAnyTabVisible()) return;
    const key = endKey(job);
    if (!(await claim(`notification ${key}`))) return;
    const bundle = next(job);
    if (bundle.count > 0) {
      const onClick = () => navigate(jobsPath);
      showBrowserNotification({ title: 'CollabCanvas', body: bundleText(bundle), tag: bundleTopic, onClick });
      return;
    }
    const path = job.canvas ? canvasPath(job.canvas.id) : jobPath(job.id);
    const onClick = () => navigate(path);
    showBrowserNotification({ title: titleOf(job), body: outcomeOf(job), tag: key, onClick });
  }

  return (job) => {
    void playSound(endKey(job));
    void notify(job);
  };
}
