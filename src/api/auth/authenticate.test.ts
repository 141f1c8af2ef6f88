import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakePool, when } from '../../../test/support/database/fakePool.ts';
import type { AuthConfig } from '../../config.ts';
import { AuthenticationError, createAuthenticate } from './authenticate.ts';
import { findUser } from './sql/findUser.ts';
import { upsertUser } from './sql/upsertUser.ts';

const secret = 'k'.repeat(32);
const issuer = 'https://id.example';
const audience = 'canvas';
const now = () => Math.floor(Date.now() / 1_000);

/** Knows nobody, and creates whoever is asked for; remembers with which name and role. */
function setup(config: AuthConfig = { mode: 'secret', secret, issuer, audience }) {
  const users: unknown[][] = [];
  const pool = fakePool(
    when(findUser, () => []),
    when(upsertUser, ({ subject, name, role }) => {
      users.push([subject, name, role]);
      return [{ id: `id of ${subject}`, name, role }];
    }),
  );
  return { authenticate: createAuthenticate(config, pool), users };
}

const good = (): JWTPayload => ({ sub: 'ada', iss: issuer, aud: audience, exp: now() + 60 });
const without = (claim: string) =>
  Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim));

const signed = (payload: JWTPayload, key = secret, alg = 'HS256') =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));

describe('a good token', () => {
  it('says who is asking, and until when', async () => {
    const { authenticate, users } = setup();
    const payload = { ...good(), name: 'Ada', role: 'ops' };
    expect(await authenticate(`Bearer ${await signed(payload)}`)).toEqual({
      viewer: { id: 'id of ada', name: 'Ada', role: 'OPS' },
      expiresAt: new Date((payload.exp ?? 0) * 1_000),
    });
    expect(users).toEqual([['ada', 'Ada', 'OPS']]);
  });

  it('is enough for requests that follow at once, until its name or role changes', async () => {
    const { authenticate, users } = setup();
    const header = `Bearer ${await signed(good())}`;
    expect(await authenticate(header)).toEqual(await authenticate(header));
    expect(users).toEqual([['ada', 'ada', 'USER']]);
    const promoted = await authenticate(`Bearer ${await signed({ ...good(), role: 'ops' })}`);
    expect(promoted?.viewer.role).toBe('OPS');
    expect(users).toHaveLength(2);
  });

  it('is refused when it has expired since', async () => {
    const { authenticate } = setup();
    const header = `Bearer ${await signed(good())}`;
    expect(await authenticate(header)).not.toBeNull();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    onTestFinished(() => void vi.useRealTimers());
    await expect(authenticate(header)).rejects.toBeInstanceOf(AuthenticationError);
  });

  it('makes a user of whom it gives no role, and names them by their subject', async () => {
    const { authenticate } = setup();
    const found = await authenticate(`bearer   ${await signed(good())}`);
    expect(found?.viewer).toEqual({ id: 'id of ada', name: 'ada', role: 'USER' });
  });

  it.each(['HS384', 'HS512'])('may be signed with %s', async (alg) => {
    const { authenticate } = setup({ mode: 'secret', secret: 'k'.repeat(64), issuer, audience });
    expect(await authenticate(`Bearer ${await signed(good(), 'k'.repeat(64), alg)}`)).not.toBeNull();
  });

  it('gives names that can be stored and shown', async () => {
    const { authenticate } = setup();
    const nameOf = async (name: string) =>
      (await authenticate(`Bearer ${await signed({ ...good(), name })}`))?.viewer.name;
    expect(await nameOf('A\u0000da\ud83d')).toBe('A da\ufffd');
    expect(await nameOf('🇨🇭'.repeat(300))).toBe(`${'🇨🇭'.repeat(254)}…`);
    expect(await nameOf('\u0007')).toBe('ada');
  });

  it('need not name an issuer and audience where none are configured', async () => {
    const { authenticate } = setup({ mode: 'secret', secret, issuer: undefined, audience: undefined });
    expect(await authenticate(`Bearer ${await signed({ sub: 'ada', exp: now() + 60 })}`)).not.toBeNull();
  });
});

describe('a token that is of no use', () => {
  const tampered = async () => {
    const [header, , signature] = (await signed(good())).split('.');
    const payload = Buffer.from(JSON.stringify({ ...good(), role: 'ops' })).toString('base64url');
    return [header, payload, signature].join('.');
  };

  it.each<[string, () => Promise<string> | string, reason?: RegExp]>([
    ['signed with another key', () => signed(good(), 'x'.repeat(32)), /signature/],
    ['without a signature (alg none)', () => new UnsecuredJWT(good()).encode()],
    ['changed after it was signed', tampered],
    ['expired', () => signed({ ...good(), exp: now() - 1 }), /EXPIRED/],
    ['without an end', () => signed(without('exp')), /"exp"/],
    ['with an end that is no number', () => signed({ ...good(), exp: '2099' as never }), /"exp"/],
    ['not yet valid', () => signed({ ...good(), nbf: now() + 60 })],
    ['for another audience', () => signed({ ...good(), aud: 'mail' }), /"aud"/],
    ['for no audience', () => signed(without('aud'))],
    ['of another issuer', () => signed({ ...good(), iss: 'https://evil.example' }), /"iss"/],
    ['of no issuer', () => signed(without('iss'))],
    ['about nobody', () => signed(without('sub'))],
    ['about an empty subject', () => signed({ ...good(), sub: '' })],
    ['about a subject that is too long', () => signed({ ...good(), sub: 'a'.repeat(256) })],
    ['with a role that does not exist', () => signed({ ...good(), role: 'root' }), /"role"/],
    ['with a subject that cannot be stored', () => signed({ ...good(), sub: 'a\u0000b' })],
    ['with half a character as its subject', () => signed({ ...good(), sub: 'a\ud83d' })],
    ['with a name that is no text', () => signed({ ...good(), name: 7 })],
    ['longer than any token', () => signed({ ...good(), padding: 'x'.repeat(8_192) }), /8192/],
    ['garbage', () => 'garbage'],
    ['garbage in three parts', () => 'a.b.c'],
    ['two tokens', async () => `${await signed(good())} ${await signed(good())}`],
    ['empty', () => ''],
  ])(
    'is refused with the same words when it is %s, and the log can tell why',
    async (_what, token, reason = /./) => {
      const { authenticate, users } = setup();
      const refusal = await authenticate(`Bearer ${await token()}`).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(AuthenticationError);
      expect(refusal).toMatchObject({
        message: new AuthenticationError('').message,
        reason: expect.stringMatching(reason),
      });
      expect(refusal).not.toHaveProperty('cause');
      expect(users).toEqual([]);
    },
  );

  it.each(['Basic YTpi', 'Bearer', 'token'])('is what another scheme has: %s', async (authorization) => {
    await expect(setup().authenticate(authorization)).rejects.toBeInstanceOf(AuthenticationError);
  });
});

describe('no token', () => {
  it.each([undefined, null, ''])('means nobody: %s', async (authorization) => {
    const { authenticate, users } = setup();
    expect(await authenticate(authorization)).toBeNull();
    expect(users).toEqual([]);
  });
});

describe('demo mode', () => {
  it.each([undefined, 'Bearer garbage'])('has one user, an operator, whatever is sent: %s', async (sent) => {
    expect(await setup({ mode: 'demo' }).authenticate(sent)).toEqual({
      viewer: { id: 'id of demo', name: 'Demo user', role: 'OPS' },
      expiresAt: null,
    });
  });
});

/** A server of key sets that answers with this status and body. */
async function serveKeys(status: number, body: unknown) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/jwks.json`, server };
}

describe('a key set', () => {
  const jwks = (url: string): AuthConfig => ({ mode: 'jwks', url, issuer, audience });

  async function keysOf(alg: string) {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const keys = [{ ...(await exportJWK(publicKey)), kid: '1', alg }];
    const sign = (header = { alg, kid: '1' }) =>
      new SignJWT(good()).setProtectedHeader(header).sign(privateKey);
    return { keys, sign };
  }

  it.each(['RS256', 'ES256', 'EdDSA'])('checks tokens signed with %s', async (alg) => {
    const { keys, sign } = await keysOf(alg);
    const { url } = await serveKeys(200, { keys });
    expect((await setup(jwks(url)).authenticate(`Bearer ${await sign()}`))?.viewer.name).toBe('ada');
  });

  it('may be rotated: a token of a new key makes it be asked for again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const [before, after] = [await keysOf('ES256'), await keysOf('ES256')];
    const keys = [...before.keys];
    const { url } = await serveKeys(200, { keys });
    const { authenticate } = setup(jwks(url));
    expect(await authenticate(`Bearer ${await before.sign()}`)).not.toBeNull();

    keys.splice(0, 1, ...after.keys.map((each) => ({ ...each, kid: '2' })));
    // A server that is asked for one unknown key after the other would be asked all the time.
    vi.setSystemTime(Date.now() + 31_000);
    expect(await authenticate(`Bearer ${await after.sign({ alg: 'ES256', kid: '2' })}`)).not.toBeNull();
    await expect(authenticate(`Bearer ${await before.sign()}`)).rejects.toBeInstanceOf(AuthenticationError);
  });

  it('does not take a token of a key that is not in it', async () => {
    const { keys } = await keysOf('ES256');
    const { sign } = await keysOf('ES256');
    const { url } = await serveKeys(200, { keys });
    const { authenticate } = setup(jwks(url));
    await expect(authenticate(`Bearer ${await sign()}`)).rejects.toBeInstanceOf(AuthenticationError);
    await expect(authenticate(`Bearer ${await sign({ alg: 'ES256', kid: '2' })}`)).rejects.toBeInstanceOf(
      AuthenticationError,
    );
  });

  it('does not take a token that is signed with its public key as a shared secret', async () => {
    const { keys } = await keysOf('RS256');
    const { url } = await serveKeys(200, { keys });
    const forged = await signed(good(), JSON.stringify(keys[0]));
    await expect(setup(jwks(url)).authenticate(`Bearer ${forged}`)).rejects.toBeInstanceOf(
      AuthenticationError,
    );
  });

  it('that cannot be had is an outage, not a bad token', async () => {
    const { sign } = await keysOf('ES256');
    const { url, server } = await serveKeys(200, { keys: [] });
    await new Promise((resolve) => server.close(resolve));
    const refusal = setup(jwks(url)).authenticate(`Bearer ${await sign()}`);
    await expect(refusal).rejects.not.toBeInstanceOf(AuthenticationError);
  });

  it.each([
    ['refuses', 503, {}],
    ['gives no keys', 200, 'busy'],
    ['gives something else', 200, { status: 'busy' }],
  ])('whose server %s is an outage, not a bad token', async (_what, status, body) => {
    const { sign } = await keysOf('ES256');
    const { url } = await serveKeys(status, body);
    const refusal = setup(jwks(url)).authenticate(`Bearer ${await sign()}`);
    await expect(refusal).rejects.not.toBeInstanceOf(AuthenticationError);
  });
});
