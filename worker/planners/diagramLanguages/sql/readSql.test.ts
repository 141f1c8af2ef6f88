import { expect, test } from 'vitest';
import { drawnPlan } from '../../../../test/support/drawnPlan.ts';
import { readSql } from './readSql.ts';

const read = (text: string) => drawnPlan(readSql({ language: 'sql', text, first: 1, before: '', after: '' }));

test('tables have their columns, and references join them', () => {
  const plan = read(
    'CREATE TABLE "public"."users" (\n  id serial PRIMARY KEY, -- key\n  price numeric(10, 2) NOT NULL\n);\n' +
      'create table orders (id int, user_id int, foreign key (user_id) references users (id));\n' +
      'create table items (order_id int references orders(id));',
  );
  expect(plan.layout).toBe('class');
  expect(plan.compartments.get('users')).toEqual(['id serial\nprice numeric(10, 2)']);
  expect(plan.edges.map((edge) => edge.split(': ')[1])).toEqual(['user_id', 'order_id']);
});

test('other statements make nothing', () => {
  expect(
    readSql({ language: 'sql', text: 'select 1; drop table x', first: 1, before: '', after: '' }),
  ).toBeNull();
});
