import { Agent, request } from 'node:http';

/** Sends GraphQL operations to one address, over connections that are kept alive. */
export type Sender = {
  /** @returns The body of the answer. */
  sendText(query: string, variables?: object): Promise<string>;
  /** @returns The data. @throws Error with the first message of an answer that has errors */
  send<Data>(query: string, variables?: object): Promise<Data>;
  close(): void;
};

type Answer<Data> = { data?: Data | null; errors?: { message: string }[] };

/** @param url Of the service. */
export function createSender(url: string, headers: Record<string, string> = {}): Sender {
  const agent = new Agent({ keepAlive: true });
  const options = { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json' } };
  // `fetch` takes several times as much CPU, which on a small machine is part of what is measured.
  const sendText = (query: string, variables: object = {}) =>
    new Promise<string>((resolve, reject) => {
      const sent = request(`${url}/graphql`, options, (response) => {
        const chunks: string[] = [];
        response.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
        response.on('end', () => resolve(chunks.join('')));
      });
      sent.on('error', reject);
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
