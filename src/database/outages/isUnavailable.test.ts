import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isUnavailable } from './isUnavailable.ts';

const databaseError = (code: string) =>
  Object.assign(new pg.DatabaseError('no', 2, 'error'), { code, severity: 'ERROR' });
const systemError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

describe('isUnavailable', () => {
  it.each([
    ['08006', true, 'connection_failure'],
    ['57P01', true, 'admin_shutdown'],
    ['57P03', true, 'cannot_connect_now'],
    ['57014', false, 'query_canceled'],
    ['53300', true, 'too_many_connections'],
    ['23505', false, 'unique_violation'],
    ['42P01', false, 'undefined_table'],
    ['40001', false, 'serialization_failure'],
    ['28P01', false, 'invalid_password'],
  ])('takes SQLSTATE %s for passing: %s (%s)', (code, expected) => {
    expect(isUnavailable(databaseError(code))).toBe(expected);
  });

  it.each([
    ['ECONNREFUSED', true],
    ['ECONNRESET', true],
    ['EPIPE', true],
    ['ETIMEDOUT', true],
    ['ENOTFOUND', true],
    ['EAI_AGAIN', true],
    ['EACCES', false],
    ['ERR_INVALID_ARG_TYPE', false],
  ])('takes the system error %s for passing: %s', (code, expected) => {
    expect(isUnavailable(systemError(code))).toBe(expected);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('knows the driver by its words: %s', (message) => {
    expect(isUnavailable(new Error(message))).toBe(true);
  });

  it('looks into what failed on each address of a host', () => {
    expect(isUnavailable(new AggregateError([systemError('ECONNREFUSED')]))).toBe(true);
    expect(isUnavailable(new AggregateError([new Error('no')]))).toBe(false);
  });

  it.each([undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }, new Error('no')])(
    'takes nothing else for an outage: %s',
    (error) => {
      expect(isUnavailable(error)).toBe(false);
    },
  );
});
