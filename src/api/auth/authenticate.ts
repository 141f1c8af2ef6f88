import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { cutText } from '../../canvas/model/cutText.ts';
import { plainText } from '../../canvas/model/plainText.ts';
import type { AuthConfig } from '../../config.ts';
import { RecentValues } from '../../recentValues.ts';
import { findUser } from './sql/findUser.ts';
import { upsertUser } from './sql/upsertUser.ts';
import type { Viewer } from './viewer.ts';

/** The token of a request is not valid. All reasons have the same message, so that none is revealed. */
export class AuthenticationError extends Error {
  override readonly name = 'AuthenticationError';
  /** For the log only. Contains no part of the token. */
  readonly reason: string;

  constructor(reason: string) {
    super('The token is not valid: it is malformed, expired, or not meant for this service.');
    this.reason = reason;
  }
}

/** The viewer of a request, and when their token expires. */
export type Authenticated = { viewer: Viewer; expiresAt: Date | null };

/**
 * Authenticates a request.
 * @param authorization Value of the `Authorization` header, or of the parameter of that name on a WebSocket.
 * @returns Null when there is no token; in demo mode the demo user, whatever is sent.
 * @throws AuthenticationError
 */
export type Authenticate = (authorization: string | null | undefined) => Promise<Authenticated | null>;

type Identity = { subject: string; name: string; role: Viewer['role'] };

const demoUser: Identity = { subject: 'demo', name: 'Demo user', role: 'OPS' };

const claims = z.object({
  // A subject identifies a user, so it is never cleaned or cut; a name is only displayed.
  sub: z
    .string()
    .min(1)
    .max(255)
    .refine((subject) => subject.isWellFormed() && !subject.includes('\u0000')),
  name: z
    .string()
    .transform((name) => cutText(plainText(name), 255))
    .optional(),
  role: z.enum(['user', 'ops']).default('user'),
  // Tokens can't be revoked, so they must expire.
  exp: z.number(),
});

/** Longer tokens are refused unread. */
const maxTokenLength = 8_192;

export function createAuthenticate(config: AuthConfig, pool: pg.Pool): Authenticate {
  const findUserOf = rememberUsers((identity) => findOrCreateUser(pool, identity));
  if (config.mode === 'demo') {
    return async () => ({ viewer: await findUserOf(demoUser), expiresAt: null });
  }
  const verify = rememberVerified(createVerify(config));
  return async (authorization) => {
    if (authorization === null || authorization === undefined || authorization === '') return null;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new AuthenticationError('not of the form "Bearer <token>"');
    if (token.length > maxTokenLength)
      throw new AuthenticationError(`longer than ${maxTokenLength} characters`);
    const parsed = claims.safeParse(await verify(token));
    if (!parsed.success) throw new AuthenticationError(describeClaims(parsed.error));
    const { sub, name, role, exp } = parsed.data;
    const viewer = await findUserOf({
      subject: sub,
      name: name || cutText(plainText(sub), 255),
      role: role === 'ops' ? 'OPS' : 'USER',
    });
    return { viewer, expiresAt: new Date(exp * 1_000) };
  };
}

const describeClaims = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => `claim "${path.join('.')}": ${message}`).join('; ');

/** Verifies signature, times, issuer and audience. Only algorithms that fit the kind of key are accepted. */
function createVerify(config: Exclude<AuthConfig, { mode: 'demo' }>): Verify {
  const expected: JWTVerifyOptions = {
    requiredClaims: ['exp'],
    ...(config.issuer === undefined ? {} : { issuer: config.issuer }),
    ...(config.audience === undefined ? {} : { audience: config.audience }),
  };
  const payloadOf = async (verified: Promise<{ payload: JWTPayload }>) => {
    try {
      return (await verified).payload;
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || isKeyServerOutage(error)) throw error;
      throw new AuthenticationError(`${error.message} (${error.code})`);
    }
  };
  if (config.mode === 'secret') {
    const key = new TextEncoder().encode(config.secret);
    return (token) =>
      payloadOf(jwtVerify(token, key, { ...expected, algorithms: ['HS256', 'HS384', 'HS512'] }));
  }
  const keys = createRemoteJWKSet(new URL(config.url));
  const algorithms = [
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES384',
    'ES512',
    'EdDSA',
  ];
  return (token) => payloadOf(jwtVerify(token, keys, { ...expected, algorithms }));
}

/** Whether the keys could not be fetched: no reason to refuse the token. */
function isKeyServerOutage(error: errors.JOSEError): boolean {
  // Responses other than 200, or without JSON, have no class of their own.
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === errors.JOSEError.code
  );
}

/** Milliseconds for which a verified token, or a user, is known without verifying or reading it again. */
const rememberedMs = 10_000;
const maxRemembered = 10_000;

type Verify = (token: string) => Promise<JWTPayload>;

/** Requests often come in series. A key that is withdrawn, and a user that is removed, take effect within the time above. */
function rememberVerified(verify: Verify): Verify {
  const verified = new RecentValues<JWTPayload>(maxRemembered, rememberedMs);
  return async (token) => {
    const key = createHash('sha256').update(token).digest('base64');
    const known = verified.get(key);
    if (known?.exp !== undefined && Date.now() < known.exp * 1_000) return known;
    const payload = await verify(token);
    verified.set(key, payload);
    return payload;
  };
}

/** The user of an earlier request, with the same name and role, is not read again at once. */
function rememberUsers(find: (identity: Identity) => Promise<Viewer>): typeof find {
  const users = new RecentValues<Viewer>(maxRemembered, rememberedMs);
  return async (identity) => {
    const key = JSON.stringify(identity);
    const known = users.get(key);
    if (known !== undefined) return known;
    const viewer = await find(identity);
    users.set(key, viewer);
    return viewer;
  };
}

/** Creates users when they are first seen. Name and role follow the newest token. */
async function findOrCreateUser(pool: pg.Pool, identity: Identity): Promise<Viewer> {
  return (await findUser(pool, identity)) ?? upsertUser(pool, { ...identity, id: uuid() });
}
