import type { Client } from 'graphql-ws';
import { createContext, use } from 'react';

export const SocketContext = createContext<Client | null>(null);

/** The client of subscriptions. */
export function useSocket(): Client {
  const socket = use(SocketContext);
  if (!socket) throw new Error('useSocket needs a SocketContext above it');
  return socket;
}
