import { Writable } from 'node:stream';
import { PothosValidationError } from '@pothos/core';
import { GraphQLError, parse } from 'graphql';
import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { withRequestId } from '../../service/http/requestId.ts';
import { AuthenticationError } from '../auth/authenticate.ts';
import { createMaskError } from './maskError.ts';

/** What a caller and the log get to see of an error in the request `r-1`. */
function masked(error: unknown) {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const shown = withRequestId('r-1', () => createMaskError(pino(sink))(error));
  if (!(shown instanceof GraphQLError)) throw new Error('not an error of GraphQL');
  return { shown, lines };
}

/** As the executor hands it on when a resolver has thrown. */
const thrownAt = (path: string[], originalError: Error) =>
  new GraphQLError(originalError.message, { path, originalError });

const outage = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });

describe('an error that is meant for the caller', () => {
  it.each([
    ['of the document', new GraphQLError('Syntax Error')],
    [
      'that a resolver gave as one of GraphQL',
      thrownAt(['job'], new GraphQLError('Not yours', { extensions: { code: 'FORBIDDEN' } })),
    ],
  ])('passes as it is: %s', (_what, error) => {
    const { shown, lines } = masked(error);
    expect(shown).toBe(error);
    expect(lines).toEqual([]);
  });

  it.each([new AuthenticationError('expired'), thrownAt(['viewer'], new AuthenticationError('expired'))])(
    'about a bad token answers 401 and says how to authenticate',
    (error) => {
      const { shown, lines } = masked(error);
      expect(shown.message).toBe(new AuthenticationError('').message);
      expect(shown.extensions).toEqual({
        code: 'UNAUTHENTICATED',
        http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
      });
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { level: 30, reason: 'expired', requestId: 'r-1', msg: 'a token was refused' },
      ]);
    },
  );

  it('about bad arguments says so, and where', () => {
    const { shown, lines } = masked(thrownAt(['jobs'], new PothosValidationError('first is too large')));
    expect(shown).toMatchObject({
      message: 'first is too large',
      path: ['jobs'],
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(lines).toEqual([]);
  });
});

describe('any other error', () => {
  const secret = new Error('password authentication failed for user "canvas"');

  it.each([
    ['thrown by a resolver', thrownAt(['canvas'], secret)],
    ['thrown outside of one', secret],
  ])('%s is hidden behind the id of the request, and logged with it', (_what, error) => {
    const { shown, lines } = masked(error);
    expect(JSON.stringify(shown)).not.toContain('password');
    expect(shown.message).toBe('Something went wrong on our side. (request r-1)');
    expect(shown.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' });
    expect(shown.originalError).toBeUndefined();
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'r-1', err: { message: secret.message } });
  });

  it('keeps its place in the answer', () => {
    expect(masked(thrownAt(['canvas', 'title'], secret)).shown.path).toEqual(['canvas', 'title']);
  });

  it.each(['a string', null, { code: 1 }])('need not even be an error: %o', (thrown) => {
    expect(masked(thrown).shown.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('that is an outage of the database says that trying again helps, not where the database is', () => {
    const { shown } = masked(thrownAt(['jobs'], outage));
    expect(shown.message).toBe(
      'The database cannot be reached at the moment. Try again shortly. (request r-1)',
    );
    expect(shown.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', requestId: 'r-1' });
  });
});

describe('an error of the database', () => {
  it.each(['42P01', '42703'])(
    'that it lacks a table or column says that it is to be migrated: %s',
    (code) => {
      const error = Object.assign(new pg.DatabaseError('no such name', 8, 'error'), { code });
      const { shown, lines } = masked(thrownAt(['jobs'], error));
      expect(shown.extensions.code).toBe('SERVICE_UNAVAILABLE');
      expect(shown.message).toContain('The database is not migrated to this version');
      expect(lines[0]).toContain('not migrated');
    },
  );

  it.each([
    ['of PostgreSQL', Object.assign(new pg.DatabaseError('bad byte', 8, 'error'), { code: '22021' })],
    ['that came through Prisma', new Error('Database error. Code: `22021`. Message: `invalid byte`')],
  ])('about a text that it cannot hold is the mistake of the caller: %s', (_what, error) => {
    const { shown, lines } = masked(thrownAt(['jobs'], error));
    expect(shown.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(shown.message).toContain('U+0000');
    expect(lines).toEqual([]);
  });
});

describe('an error of GraphQL', () => {
  it('about a value of ours that does not fit its type is hidden', () => {
    const { shown } = masked(thrownAt(['job'], new GraphQLError('Int cannot represent 99999999999')));
    expect(shown.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('about an argument passes: it names its place in the document', () => {
    const { definitions } = parse('{ job }');
    const error = thrownAt(['job'], new GraphQLError('no value for $id', { nodes: definitions }));
    expect(masked(error).shown).toBe(error);
  });
});
