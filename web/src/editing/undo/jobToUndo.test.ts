import { describe, expect, test } from 'vitest';
import { aJob, aShape, aVersion } from '../../jobs/fixtures.ts';
import { beginProgress } from '../../jobs/state/jobProgress.ts';
import { editSession } from '../session/editSession.ts';
import { beginSession, type EditSession } from '../session/sessionState.ts';
import { findPendingJob, markOf, undoesLaterChange } from './jobToUndo.ts';

const running = aJob({ id: 'running', type: 'TIDY_CANVAS', status: 'PROCESSING' });
const done = aJob({ id: 'done', status: 'COMPLETED', canvasVersion: aVersion(5) });

describe('the job that an undo is about', () => {
  test('is one that has not ended, by what the page knows last', () => {
    const ended = { ...beginProgress(running), status: 'FAILED' as const };
    expect(findPendingJob([running, done], null, 5)?.id).toBe('running');
    expect(findPendingJob([running, done], ended, 5)).toBeNull();
  });

  test('is none of the other jobs that run', () => {
    expect(findPendingJob([{ ...running, type: 'MODIFY_CANVAS' }], null, 5)).toBeNull();
  });

  test('is one that is completed, until its version is read', () => {
    expect(findPendingJob([done], null, 4)).toEqual({ id: 'done', isCompleted: true });
    expect(findPendingJob([done], null, 5)).toBeNull();
    const completed = { ...beginProgress(running), status: 'COMPLETED' as const, versionNumber: 6 };
    expect(findPendingJob([running], completed, 5)).toMatchObject({ id: 'running', isCompleted: true });
  });

  test.each(['CANCELLING', 'CANCELLED', 'FAILED'] as const)('is none that is %s', (status) => {
    expect(findPendingJob([{ ...running, status }], null, 5)).toBeNull();
  });
});

describe('a later change than the job', () => {
  const canvas = { versionNumber: 5, objects: [aShape('a')], undoable: 5, redoable: null };
  const begun = beginSession(canvas);
  const mark = markOf(begun);
  const edit = (session: EditSession) =>
    editSession(session, {
      type: 'edited',
      changes: { added: [], updated: [], deleted: [aShape('a')] },
      gesture: 1,
      newId: () => 'new',
    });

  test('is an edit, before and after it is saved', () => {
    expect(undoesLaterChange(begun, mark)).toBe(false);
    expect(undoesLaterChange(edit(begun), mark)).toBe(true);
    const saved = beginSession({ ...canvas, versionNumber: 6, undoable: 6 });
    expect(undoesLaterChange(saved, mark)).toBe(true);
  });

  test('is none that is undone already', () => {
    const undone = editSession(edit(begun), { type: 'reverted', direction: 'undo' });
    expect(undoesLaterChange(undone, mark)).toBe(false);
    const nothing = beginSession({ ...canvas, undoable: null });
    expect(undoesLaterChange(nothing, mark)).toBe(false);
  });
});
