import { once } from 'node:events';
import { createServer } from 'node:net';

/** An address that a service will listen on, with the variables that set it. */
export type Place = {
  readonly host: string;
  readonly port: number;
  readonly hostVariable: string;
  readonly portVariable: string;
};

/**
 * Checks that a service can listen there, to report it at once and in plain words if not.
 *
 * @returns the port; one that is free where `port` is 0
 * @throws Error with what is wrong and which variable to change
 */
export async function claimPort(place: Place): Promise<number> {
  const server = createServer();
  server.listen({ host: place.host, port: place.port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(explain(place, error), { cause: error });
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : place.port;
}

function explain({ host, port, hostVariable, portVariable }: Place, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port: ${portVariable}=${port + 10} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs special rights. Choose one above 1023 with ${portVariable}.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `${host} is not an address of this machine. Set ${hostVariable} to one, for instance 127.0.0.1.`;
  }
  return `Can't listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}

/** Address to reach a service at from this machine. */
export function originOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable.replace(/^\[|\]$/g, '')}]` : reachable}:${port}`;
}
