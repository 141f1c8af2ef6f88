import { Client, fetchExchange, type OperationResult } from 'urql';
import { expect, onTestFinished, test } from 'vitest';
import { isFailing } from '../outages/availability.ts';
import { keepDataInOutage } from './keepDataInOutage.ts';
import { normalizedCache } from './normalizedCache.ts';

const query = '{ canvas(id: "1") { id title } }';
const titled = (title: string) => ({ data: { canvas: { __typename: 'Canvas', id: '1', title } } });
const refusal = (code: string) => ({
  data: { canvas: null },
  errors: [{ message: code, path: ['canvas'], extensions: { code } }],
});

/** Uses a query that gets these answers, one after another; without one, a request fails. */
async function useQuery(answers: object[]) {
  const client = new Client({
    url: 'http://server/graphql',
    preferGetMethod: false,
    fetch: async () => {
      const next = answers.shift();
      if (!next) throw new TypeError('Failed to fetch');
      return Response.json(next);
    },
    exchanges: [keepDataInOutage, normalizedCache(), fetchExchange],
  });
  let latest: OperationResult | undefined;
  const { unsubscribe } = client.query(query, {}).subscribe((result) => {
    latest = result;
  });
  onTestFinished(unsubscribe);
  await expect.poll(() => latest?.data).toBeTruthy();
  const readAgain = () => client.query(query, {}, { requestPolicy: 'network-only' }).toPromise();
  return { readAgain, latest: () => latest };
}

test.each([
  ['the server can’t be reached', []],
  ['the database is away', [refusal('SERVICE_UNAVAILABLE')]],
])('what was read stays when %s, and is read again afterwards', async (_case, outage) => {
  const answers: object[] = [titled('Plan'), ...outage];
  const { readAgain, latest } = await useQuery(answers);
  expect(await readAgain()).toMatchObject({ data: { canvas: { title: 'Plan' } }, error: expect.anything() });

  isFailing.set(true);
  answers.push(titled('New plan'));
  isFailing.set(false);
  await expect.poll(latest).toMatchObject({ data: { canvas: { title: 'New plan' } }, error: undefined });
});

test('what the server refuses goes', async () => {
  const { readAgain } = await useQuery([titled('Plan'), refusal('FORBIDDEN')]);
  expect((await readAgain()).data).toBeNull();
});
