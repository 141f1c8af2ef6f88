import { SignJWT } from 'jose';
import type { Client, System } from './system.ts';

/** Tokens for tests with authentication. */

export const secret = 'a secret of at least thirty-two bytes';
const key = new TextEncoder().encode(secret);

export function tokenOf(sub: string, role = 'user', expiry: string | number = '1h') {
  return new SignJWT({ sub, role, name: sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expiry)
    .sign(key);
}

export async function clientOf(system: System, sub: string, role = 'user'): Promise<Client> {
  return system.clientWith(await tokenOf(sub, role));
}
