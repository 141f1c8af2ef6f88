import { Agent, request } from 'node:http';
import { createClient } from 'graphql-ws';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';

/** A user's connections to the API: HTTP kept alive, and one WebSocket. */
export type Client = {
  /** Sends an operation. @returns Its data. @throws Error with the first message of an answer that has errors */
  send<Data>(query: string, variables?: object): Promise<Data>;
  /** Creates a job. @returns Its id. */
  create(instruction: string): Promise<string>;
  /** Follows a job to its end. @param onEvent Called with the type of each event. */
  follow(jobId: string, onEvent?: (type: string) => void): Promise<void>;
  close(): Promise<void>;
};

type Answer<Data> = { data?: Data | null; errors?: { message: string }[] };

const createDocument = `mutation ($input: CreateCanvasJobInput!) {
  createCanvasJob(input: $input) { ... on CreateCanvasJobSuccess { job { id status } } ... on Error { message } }
}`;
/** What the canvas page asks for, except the history of attempts. */
const followDocument = `subscription ($jobId: ID!) { jobProgress(jobId: $jobId) {
  __typename sequence at
  ... on JobProgressed { phase progress }
  ... on ObjectsGenerated { progress objectCount deletedIds objects { __typename id zIndex
    ... on Frame { x y width height title color parentId } ... on Shape { x y width height shape text color parentId }
    ... on Connector { fromId toId points { x y } label } } }
  ... on JobCompleted { canvasVersion { number } }
} }`;

/** @param url Of the API. @param secret Signs the user's token. */
export async function connect(url: string, secret: string, subject: string): Promise<Client> {
  const token = await new SignJWT({ sub: subject, role: 'user', name: subject })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
  const authorization = `Bearer ${token}`;
  const agent = new Agent({ keepAlive: true });
  const socket = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    connectionParams: { authorization },
  });
  const send = async <Data>(query: string, variables: object = {}): Promise<Data> => {
    const text = await post(agent, `${url}/graphql`, authorization, JSON.stringify({ query, variables }));
    const { data, errors } = JSON.parse(text) as Answer<Data>;
    if (errors || !data) throw new Error(errors?.[0]?.message ?? text);
    return data;
  };
  return {
    send,
    async create(instruction) {
      type Created = { createCanvasJob: { job?: { id: string }; message?: string } };
      const input = { instruction, useCache: false };
      const { job, message } = (await send<Created>(createDocument, { input })).createCanvasJob;
      if (job === undefined) throw new Error(`the job was not accepted: ${message}`);
      return job.id;
    },
    async follow(jobId, onEvent) {
      type Event = { jobProgress: { __typename: string } };
      let last = '';
      for await (const { data, errors } of socket.iterate<Event>({
        query: followDocument,
        variables: { jobId },
      })) {
        if (errors) throw new Error(errors[0]?.message);
        last = data?.jobProgress.__typename ?? last;
        onEvent?.(last);
      }
      if (last !== 'JobCompleted') throw new Error(`the job ended with ${last}`);
    },
    async close() {
      agent.destroy();
      await socket.dispose();
    },
  };
}

/** `fetch` takes several times as much CPU, which on a small machine is part of what is measured. */
function post(agent: Agent, url: string, authorization: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: string[] = [];
      response.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
      response.on('end', () => resolve(chunks.join('')));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
