import { expect } from 'vitest';
import { create, tryCreate, watch } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { type Client, startApiOn, test as systemTest } from '../../support/system.ts';

/** Budgets that one answer of the model, 100 and 200 tokens for $0.0005, uses up for a user and nearly for all. */
const test = systemTest.extend({
  env: {
    OPENAI_PRICE_INPUT: '1',
    OPENAI_PRICE_OUTPUT: '2',
    MONTHLY_BUDGET_TOKENS_PER_USER: '300',
    MONTHLY_BUDGET_USD: '0.0006',
  },
});

const usageDocument = `{
  viewer { usage { inputTokens outputTokens estimatedCostUsd until budgets { scope unit limit used } } }
  monthlyUsage { estimatedCostUsd budgets { scope unit used } usersNearBudget usersOverBudget }
}`;

async function readUsage(client: Client) {
  const { data, errors } = await client.send(usageDocument);
  expect(errors).toBeUndefined();
  return data;
}

test('a budget that is used up refuses what a model would plan, until the month ends', async ({
  system: { client, startWorker, api },
  database,
  model,
}) => {
  const failed = await create(client, { instruction: 'is cancelled' });
  await client.send(`mutation { cancelJob(input: { jobId: "${failed.id}" }) { __typename } }`);
  const request = { instruction: 'a flow of three steps', idempotencyKey: 'k' };
  const job = await create(client, request);
  await startWorker();
  sendPlan(await model.nextRequest(), flowPlan(3), { inputTokens: 100, outputTokens: 200 });
  for await (const _ of watch(client, job.id));

  const { viewer, monthlyUsage } = await readUsage(client);
  expect(viewer.usage).toMatchObject({
    inputTokens: 100,
    outputTokens: 200,
    budgets: [
      { scope: 'USER', unit: 'TOKENS', limit: 300, used: 300 },
      { scope: 'INSTALLATION', unit: 'USD', limit: 0.0006 },
    ],
  });
  expect(viewer.usage.estimatedCostUsd).toBeCloseTo(0.0005, 9);
  expect(monthlyUsage.budgets).toMatchObject([{ scope: 'INSTALLATION', unit: 'USD' }]);
  expect(monthlyUsage).toMatchObject({ usersNearBudget: 1, usersOverBudget: 1 });

  const day = viewer.usage.until.slice(0, 10);
  const refusal = {
    __typename: 'BudgetExceededError',
    message: `Your budget for this month is used up: 300 tokens of 300 tokens. It begins again on ${day} (UTC). Tidying and importing diagrams go on.`,
  };
  expect(await tryCreate(client, { instruction: 'comes too late' })).toEqual(refusal);
  const retried = await client.send(`mutation {
    retryJob(input: { jobId: "${failed.id}" }) {
      ... on BudgetExceededError { budget { scope unit limit used resetsAt } }
    }
  }`);
  expect(retried.data.retryJob.budget).toEqual({
    ...{ scope: 'USER', unit: 'TOKENS', limit: 300, used: 300 },
    resetsAt: viewer.usage.until,
  });
  const imported = await client.send(`mutation {
    importDiagram(input: { source: "flowchart LR; A --> B" }) { __typename }
  }`);
  expect(imported.data.importDiagram.__typename).toBe('ImportDiagramSuccess');
  expect(await tryCreate(client, request)).toMatchObject({ replayed: true, job: { id: job.id } });

  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  expect(metrics).toContain('collabcanvas_month_usage{unit="tokens"} 300\n');
  expect(metrics).toContain('collabcanvas_month_budget{unit="usd"} 0.0006\n');
  expect(metrics).toContain('collabcanvas_month_budget_users{share="1"} 1\n');

  // What was used in another month is not counted.
  await database.pool().query(`UPDATE monthly_usage SET month = month - interval '1 month'`);
  expect((await readUsage(client)).viewer.usage.inputTokens).toBe(0);
  expect((await tryCreate(client, { instruction: 'comes in time' })).__typename).toBe(
    'CreateCanvasJobSuccess',
  );
});

test('the sketcher costs nothing, and has no budget', async ({ database }) => {
  await using api = await startApiOn(database, { MONTHLY_BUDGET_TOKENS: '1' });
  const client = api.clientWith('any, in demo mode');
  const { viewer } = (await client.send('{ viewer { id } }')).data;
  expect(viewer.id).toBeDefined();
  await database.pool().query(`
    INSERT INTO monthly_usage SELECT date_trunc('month', now() AT TIME ZONE 'UTC'), id, 5, 5, 0 FROM app_user`);
  expect((await readUsage(client)).monthlyUsage.budgets).toMatchObject([{ used: 10 }]);
  expect((await tryCreate(client, { instruction: 'A -> B' })).__typename).toBe('CreateCanvasJobSuccess');
});
