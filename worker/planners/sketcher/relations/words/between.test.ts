import { expect, test } from 'vitest';
import { betweenIn } from './between.ts';

test.each([
  ['firewall between A and B', 'firewall', ['A', 'B']],
  ['there is a cache between the app and the database', 'cache', ['app', 'database']],
  ['The queue sits between the API and the worker.', 'queue', ['API', 'worker']],
  ['Zwischen dem Client und dem Server steht ein Proxy', 'Proxy', ['Client', 'Server']],
  ['un proxy entre le client et le serveur', 'proxy', ['client', 'serveur']],
])('%j', (text, name, ends) => {
  expect(betweenIn(text)).toEqual({ name, ends });
});

test.each([
  'relations between customer and order',
  'the difference between a lion and a tiger',
  'trains run between Berlin and Hamburg',
  'messages are sent between the shop and the bank',
  'choose between tea and coffee',
  'between A and B',
])('%j names nothing between two things', (text) => {
  expect(betweenIn(text)).toBeNull();
});
