import { createClient } from 'graphql-ws';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { createSender, type Sender } from './sender.ts';

/** A user's connections to the API: HTTP kept alive, and one WebSocket. */
export type Client = Pick<Sender, 'send'> & {
  /** Creates a job, on a canvas of its own unless one is given. @returns Its id. */
  create(instruction: string, canvasId?: string): Promise<string>;
  /** Events of a job, to its end. */
  events(jobId: string): AsyncGenerator<ReceivedEvent, void>;
  close(): Promise<void>;
};

export type ReceivedEvent = { __typename: string; at: string; phase?: string };

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

/** The header that authenticates a user. @param secret Signs the token. */
export async function authorizationOf(secret: string, subject: string): Promise<string> {
  const token = await new SignJWT({ sub: subject, role: 'user', name: subject })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(secret));
  return `Bearer ${token}`;
}

/** @param url Of the API. @param authorization Header of the user; none in demo mode. */
export async function connect(url: string, authorization?: string): Promise<Client> {
  const headers = authorization === undefined ? {} : { authorization };
  const sender = createSender(url, headers);
  const socket = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    connectionParams: headers,
  });
  return {
    send: sender.send,
    async create(instruction, canvasId) {
      type Created = { createCanvasJob: { job?: { id: string }; message?: string } };
      const input = { instruction, canvasId, useCache: false };
      const { job, message } = (await sender.send<Created>(createDocument, { input })).createCanvasJob;
      if (job === undefined) throw new Error(`the job was not accepted: ${message}`);
      return job.id;
    },
    async *events(jobId) {
      type Data = { jobProgress: ReceivedEvent };
      const operation = { query: followDocument, variables: { jobId } };
      for await (const { data, errors } of socket.iterate<Data>(operation)) {
        if (errors || !data) throw new Error(errors?.[0]?.message);
        yield data.jobProgress;
      }
    },
    async close() {
      sender.close();
      await socket.dispose();
    },
  };
}
