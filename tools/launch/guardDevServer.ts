import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdmission } from '../../src/service/http/admission.ts';
import { containErrors } from '../../src/service/http/httpServer.ts';
import { answerJson } from '../../src/service/http/readiness.ts';
import { containSocketErrors, refuseUpgrade } from '../../src/service/http/refuseUpgrade.ts';

/**
 * Puts the checks of the project's servers in front of Vite's, which parses request targets with functions that throw,
 * and would crash. Only this machine may use it.
 */
export function guardDevServer(server: Server): void {
  const admit = createAdmission({ auth: { mode: 'demo' }, ALLOWED_HOSTS: [] });
  const answer = takeListeners(server, 'request');
  const upgrade = takeListeners(server, 'upgrade');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    containErrors(request, response);
    const admitted = admit(request);
    if ('path' in admitted) answer(request, response);
    else answerJson(response, admitted.status, { error: admitted.error });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    containSocketErrors(socket);
    const admitted = admit(request);
    if ('path' in admitted) upgrade(request, socket, head);
    else refuseUpgrade(socket, admitted);
  });
}

function takeListeners(server: Server, event: string): (...args: unknown[]) => void {
  const listeners = server.listeners(event);
  server.removeAllListeners(event);
  return (...args) => {
    for (const listener of listeners) listener.apply(server, args);
  };
}
