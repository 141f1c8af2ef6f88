import { UserRole } from '../../database/generated/prisma/enums.ts';
import { budgetLimits, readBudgets } from '../../jobs/budgets/budgets.ts';
import { readUsageOfUser } from '../../jobs/budgets/sql/readMonthlyUsage.ts';
import { builder } from '../graphql/builder.ts';
import { readsDatabase } from '../graphql/cost.ts';
import { MonthlyUsageRef } from './jobs/budgets.ts';

const UserRoleEnum = builder.enumType('UserRole', {
  description: 'What a user may do.',
  values: {
    USER: { value: UserRole.USER, description: 'Uses their own jobs and canvases.' },
    OPS: {
      value: UserRole.OPS,
      description: "Operates the service: reads everyone's jobs, canvases and statistics.",
    },
  },
});

const UserRef = builder.prismaNode('User', {
  id: { field: 'id' },
  nullable: true,
  // Only operators may read the names of other users.
  findUnique: (id, { viewer }) => ({
    id,
    ...(viewer?.role === 'OPS' ? {} : { AND: { id: viewer?.id ?? '' } }),
  }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'From the token.' }),
    role: t.expose('role', { type: UserRoleEnum, description: 'From the token.' }),
    usage: t.field({
      type: MonthlyUsageRef,
      description: 'What the jobs of the user have used in this month.',
      complexity: readsDatabase,
      resolve: async ({ id: userId }, _args, { database: { pool }, config }) => {
        const [usage, budgets] = await Promise.all([
          readUsageOfUser(pool, { userId }),
          readBudgets(pool, userId, budgetLimits(config)),
        ]);
        return { ...usage, budgets };
      },
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.prismaField({
    type: UserRef,
    nullable: true,
    description: 'The signed-in user; null without a token.',
    resolve: (query, _root, _args, { viewer, database }) =>
      viewer === null ? null : database.prisma.user.findUnique({ ...query, where: { id: viewer.id } }),
  }),
);
