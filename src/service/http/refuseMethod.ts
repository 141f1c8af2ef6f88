import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson } from './readiness.ts';

const readMethods = ['GET', 'HEAD'];

/** Answers 405 to methods other than GET and HEAD. @returns Whether it did. */
export function refuseMethod({ method = '' }: IncomingMessage, response: ServerResponse): boolean {
  if (readMethods.includes(method)) return false;
  const allow = readMethods.join(', ');
  response.setHeader('allow', allow);
  answerJson(response, 405, { error: `This method is not allowed here. Allowed: ${allow}.` });
  return true;
}
