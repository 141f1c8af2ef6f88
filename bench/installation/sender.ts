import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';

/** Sends GraphQL operations to one address, over connections that are kept alive. */
export type Sender = {
  /** @returns The body of the answer. */
  sendText(query: string, variables?: object): Promise<string>;
  /** @returns The data. @throws Error with the first message of an answer that has errors */
  send<Data>(query: string, variables?: object): Promise<Data>;
  close(): void;
};

type Answer<Data> = { data?: Data | null; errors?: { message: string }[] };

const answerTimeoutMs = 30_000;

/** @param url Of the service. */
export function createSender(url: string, headers: Record<string, string> = {}): Sender {
  const isSecure = new URL(url).protocol === 'https:';
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const request = isSecure ? requestHttps : requestHttp;
  const options = {
    method: 'POST',
    agent,
    timeout: answerTimeoutMs,
    headers: { ...headers, 'content-type': 'application/json' },
  };
  // `fetch` takes several times as much CPU, which on a small machine is part of what is measured.
  const sendText = (query: string, variables: object = {}) =>
    new Promise<string>((resolve, reject) => {
      const sent = request(`${url}/graphql`, options, (response) => {
        const chunks: string[] = [];
        response.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
        response.on('end', () => resolve(chunks.join('')));
      });
      sent.on('error', reject);
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${answerTimeoutMs} ms`)));
      sent.end(JSON.stringify({ query, variables }));
    });
  return {
    sendText,
    async send<Data>(query: string, variables?: object) {
      const text = await sendText(query, variables);
      const { data, errors } = JSON.parse(text) as Answer<Data>;
      if (errors || !data) throw new Error(errors?.[0]?.message ?? text);
      return data;
    },
    close: () => agent.destroy(),
  };
}
