import {
  type Budget,
  budgetLimits,
  budgetsOf,
  countUsersNearBudget,
  warningShare,
} from '../../../jobs/budgets/budgets.ts';
import { type MonthlyUsage, readUsageOfAll } from '../../../jobs/budgets/sql/readMonthlyUsage.ts';
import { builder } from '../../graphql/builder.ts';
import { readsDatabase } from '../../graphql/cost.ts';

const BudgetScope = builder.enumType('BudgetScope', {
  description: 'Whose jobs a budget limits.',
  values: {
    USER: { description: 'Those of one user.' },
    INSTALLATION: { description: 'Those of all users together.' },
  },
});

const BudgetUnit = builder.enumType('BudgetUnit', {
  description: 'What a budget limits.',
  values: {
    TOKENS: { description: 'Input and output tokens together.' },
    USD: { description: 'US dollars, at the prices configured at the time.' },
  },
});

export const BudgetRef = builder.objectRef<Budget>('Budget').implement({
  description: 'What models may use up in a calendar month, in UTC.',
  fields: (t) => ({
    scope: t.expose('scope', { type: BudgetScope, description: 'Whose jobs it limits.' }),
    unit: t.expose('unit', { type: BudgetUnit, description: 'What it limits.' }),
    limit: t.exposeFloat('limit', { description: 'Once so much is used, jobs are refused.' }),
    used: t.exposeFloat('used', { description: 'What attempts that have ended in this month have used.' }),
    resetsAt: t.expose('resetsAt', { type: 'DateTime', description: 'When the next month begins.' }),
  }),
});

type UsageWithBudgets = MonthlyUsage & {
  budgets: Budget[];
  /** Only for the usage of all users. */
  countUsersNearBudget?: (share: number) => Promise<number | null>;
};

export const MonthlyUsageRef = builder.objectRef<UsageWithBudgets>('MonthlyUsage').implement({
  description: 'What attempts have used that have ended in the current calendar month, in UTC.',
  fields: (t) => ({
    inputTokens: t.exposeFloat('inputTokens', { description: 'Input tokens.' }),
    outputTokens: t.exposeFloat('outputTokens', { description: 'Output tokens.' }),
    estimatedCostUsd: t.exposeFloat('costUsd', {
      description: 'US dollars at the prices configured at the time; attempts without a price count 0.',
    }),
    since: t.expose('since', { type: 'DateTime', description: 'When the month began.' }),
    until: t.expose('until', { type: 'DateTime', description: 'When the next month begins.' }),
    budgets: t.field({
      type: [BudgetRef],
      description: 'The budgets that are configured: of `viewer`, those that limit the viewer.',
      resolve: ({ budgets }) => budgets,
    }),
    usersNearBudget: t.int({
      nullable: true,
      description:
        'Users who have used at least 80 % of a budget of theirs; null where users have no budgets, and for the usage of one user.',
      complexity: readsDatabase,
      resolve: (usage) => usage.countUsersNearBudget?.(warningShare) ?? null,
    }),
    usersOverBudget: t.int({
      nullable: true,
      description: 'Those of them who have used one up.',
      complexity: readsDatabase,
      resolve: (usage) => usage.countUsersNearBudget?.(1) ?? null,
    }),
  }),
});

builder.queryField('monthlyUsage', (t) =>
  t.field({
    type: MonthlyUsageRef,
    description: 'What all users together have used in this month. For operators.',
    authScopes: { ops: true },
    resolve: async (_root, _args, { database: { pool }, config }) => {
      const usage = await readUsageOfAll(pool);
      const limits = budgetLimits(config);
      return {
        ...usage,
        budgets: budgetsOf(limits, 'INSTALLATION', usage),
        countUsersNearBudget: (share: number) => countUsersNearBudget(pool, limits, share),
      };
    },
  }),
);
