// @vitest-environment happy-dom
import { act } from 'react';
import { Provider } from 'urql';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { availability } from '../api/outages/availability.ts';
import { isGenerationOpen, proposal } from '../composer/dialog/openGenerationDialog.ts';
import { TooltipProvider } from '../controls/Tooltip.tsx';
import type { CreateCanvasJobMutationVariables, JobDetailFragment } from '../generated/graphql.ts';
import { aJob, aVersion } from '../jobs/fixtures.ts';
import { renderInPage } from '../ui/renderInPage.ts';
import { type CanvasActions, JobActions } from './JobActions.tsx';

type Request = { variables: CreateCanvasJobMutationVariables };

const send = vi.fn<CanvasActions['send']>();
const requests: Request[] = [];

beforeEach(() => {
  requests.length = 0;
  vi.clearAllMocks();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  onTestFinished(() => void vi.unstubAllGlobals());
});

/** The server creates every job. */
function acceptJobs(): void {
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    requests.push(JSON.parse(init.body));
    return Response.json({
      data: { createCanvasJob: { __typename: 'CreateCanvasJobSuccess', job: aJob() } },
    });
  });
}

/** Shows the actions of a job on a canvas whose latest version is 5. */
async function show(changes: Partial<JobDetailFragment>): Promise<HTMLElement> {
  const actions = {
    canvasId: 'c',
    latest: 5,
    send,
    has: (id: string) => id !== 'gone',
    onCreated: () => undefined,
  };
  return renderInPage(
    <Provider value={createApiClient()}>
      <TooltipProvider>
        <JobActions job={aJob({ planner: 'sketcher', ...changes })} actions={actions} look="text" />
      </TooltipProvider>
    </Provider>,
  );
}

async function namesOf(changes: Partial<JobDetailFragment>): Promise<string[]> {
  const page = await show(changes);
  return [...page.querySelectorAll('button')].map((button) => button.textContent.trim());
}

async function press(page: HTMLElement, name: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
  if (!button) throw new Error(`There is no button “${name}”.`);
  await act(async () => button.click());
}

const change = { type: 'MODIFY_CANVAS', instruction: 'Add a step Review' } as const;
const saved = { kind: 'saved', canvas: {} as never, made: null, notices: [] } as const;

describe('the actions that are offered', () => {
  test.each<[string, Partial<JobDetailFragment>, string[]]>([
    [
      'a change that is done',
      { ...change, status: 'COMPLETED', canvasVersion: aVersion(2) },
      ['Undo this job', 'Try again', 'Try differently'],
    ],
    [
      'a new canvas that is drawn',
      { status: 'COMPLETED', canvasVersion: aVersion(1) },
      ['Undo this job', 'Draw on a new canvas', 'Try differently'],
    ],
    [
      'a job that was undone',
      { status: 'COMPLETED', canvasVersion: aVersion(1, { undoneBy: { id: 'u', number: 2 } }) },
      ['Redo this job', 'Try again', 'Try differently'],
    ],
    ['a job that failed', { status: 'FAILED', canRetry: true }, ['Try again', 'Try differently']],
    ['one that can’t be retried', { status: 'FAILED', canRetry: false }, ['Try differently']],
    ['a job that was discarded', { status: 'CANCELLED', canRetry: true }, ['Try again', 'Try differently']],
    [
      'a new canvas that is kept in part',
      { status: 'CANCELLED', canvasVersion: aVersion(1) },
      ['Undo this job', 'Draw on a new canvas', 'Try differently'],
    ],
    [
      'a tidied canvas',
      { type: 'TIDY_CANVAS', status: 'COMPLETED', canvasVersion: aVersion(2) },
      ['Undo this job'],
    ],
    [
      'an imported file',
      { status: 'COMPLETED', planner: null, canvasVersion: aVersion(1) },
      ['Undo this job'],
    ],
  ])('for %s', async (_name, job, expected) => {
    expect(await namesOf(job)).toEqual(expected);
  });
});

describe('trying again', () => {
  test('replaces a change of the same objects that is the latest one, without results of the cache', async () => {
    acceptJobs();
    send.mockResolvedValue(saved);
    const selection = ['a', 'b'];
    const page = await show({
      ...change,
      id: 'j',
      selection,
      status: 'COMPLETED',
      canvasVersion: aVersion(5),
    });
    await press(page, 'Try again');
    expect(send).toHaveBeenCalledWith({ undoJob: 'j' });
    const [request] = requests;
    expect(request?.variables.input).toMatchObject({
      ...{ instruction: change.instruction, canvasId: 'c', selection, useCache: false },
    });
  });

  test('asks for the kind of diagram that was chosen', async () => {
    acceptJobs();
    const drawn = { kind: 'KANBAN', status: 'COMPLETED', canvasVersion: aVersion(1) } as const;
    await press(await show(drawn), 'Draw on a new canvas');
    expect(requests[0]?.variables.input).toMatchObject({ kind: 'KANBAN' });
  });

  test('repeats a change that later ones follow, and undoes nothing', async () => {
    acceptJobs();
    await press(await show({ ...change, status: 'COMPLETED', canvasVersion: aVersion(4) }), 'Try again');
    expect(send).not.toHaveBeenCalled();
    expect(requests).toHaveLength(1);
  });

  test('shows why the change could not be undone, and creates no job', async () => {
    acceptJobs();
    send.mockResolvedValue({ kind: 'rejected', notice: 'This change is undone already.' });
    const page = await show({ ...change, status: 'COMPLETED', canvasVersion: aVersion(5) });
    await press(page, 'Try again');
    expect(page.textContent).toContain('This change is undone already.');
    expect(requests).toEqual([]);
  });

  test('that failed in an outage shows the error until the connection is restored', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    const page = await show({ status: 'FAILED', canRetry: true });
    await press(page, 'Try again');
    await expect.poll(() => page.textContent).toContain('Can’t reach the server');
    await act(async () => {
      availability.set('reconnecting');
      availability.set('available');
    });
    expect(page.textContent).not.toContain('Can’t reach the server');
  });
});

describe('trying differently', () => {
  test('proposes the same change of the canvas in the dialog', async () => {
    await press(
      await show({ ...change, status: 'FAILED', priority: 'LOW', selection: ['a', 'gone'] }),
      'Try differently',
    );
    expect(proposal.get()).toMatchObject({
      ...{ instruction: 'Add a step Review', priority: 'LOW', selection: ['a'] },
      canvas: { id: 'canvas-1' },
    });
    expect(isGenerationOpen.get()).toBe(true);
  });

  test('leaves a canvas that was drawn as it is', async () => {
    const drawn = { status: 'COMPLETED', kind: 'KANBAN', canvasVersion: aVersion(1) } as const;
    await press(await show(drawn), 'Try differently');
    expect(proposal.get()).toMatchObject({ kind: 'KANBAN', canvas: null });
  });
});
