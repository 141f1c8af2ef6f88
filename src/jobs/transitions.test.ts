import { describe, expect, it } from 'vitest';
import { JobStatus } from '../database/generated/prisma/enums.ts';
import { allows, isTerminal, type TransitionName, transitions } from './transitions.ts';

const names = Object.keys(transitions) as TransitionName[];
const statuses = Object.values(JobStatus);

describe('transitions', () => {
  it('lead out of terminal states only when the owner retries', () => {
    for (const status of statuses.filter(isTerminal)) {
      const possible = names.filter((name) => allows(status, name));
      expect(possible).toEqual(status === 'COMPLETED' ? [] : ['retry']);
    }
  });

  it('reach every state from QUEUED', () => {
    const reached = new Set<JobStatus>(['QUEUED']);
    for (const _round of statuses) {
      for (const name of names) {
        if ([...reached].some((status) => allows(status, name))) reached.add(transitions[name].to);
      }
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  });

  it('lead from every other state to a terminal one', () => {
    const ending = new Set(statuses.filter(isTerminal));
    for (const _round of statuses) {
      for (const status of statuses) {
        if (names.some((name) => allows(status, name) && ending.has(transitions[name].to)))
          ending.add(status);
      }
    }
    expect([...ending].sort()).toEqual([...statuses].sort());
  });

  it('allow a job that is being cancelled nothing but the end of that', () => {
    expect(names.filter((name) => allows('CANCELLING', name))).toEqual(['finishCancel']);
  });
});
