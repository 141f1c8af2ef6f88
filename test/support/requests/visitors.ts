const createDocument = `mutation ($input: CreateCanvasJobInput!) {
  createCanvasJob(input: $input) { __typename ... on CreateCanvasJobSuccess { job { id } } }
}`;

/**
 * Sends health checks, queries and mutations in turn, without retries, until `signal` is aborted.
 * @param answers Counts the answers: status codes, and texts of failures.
 */
export async function visit(
  origin: string,
  signal: AbortSignal,
  answers: Map<string, number>,
): Promise<void> {
  const post = (body: object) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const requests = [
    () => fetch(`${origin}/health`),
    () => post({ query: '{ system { version } }' }),
    () => post({ query: createDocument, variables: { input: { instruction: 'a, b, c', useCache: false } } }),
  ];
  const send = async (request: () => Promise<Response>) => {
    try {
      const response = await request();
      const text = await response.text();
      return text.includes('"errors"') ? text : String(response.status);
    } catch (error) {
      return String(error);
    }
  };
  for (let turn = 0; !signal.aborted; turn += 1) {
    const request = requests[turn % requests.length];
    if (request === undefined) continue;
    const answer = await send(request);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
}
