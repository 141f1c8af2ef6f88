import { type Budget, budgetLimits, budgetsOf } from '../../../jobs/budgets/budgets.ts';
import { type MonthlyUsage, readUsageOfAll } from '../../../jobs/budgets/sql/readMonthlyUsage.ts';
import { builder } from '../../graphql/builder.ts';

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

type UsageWithBudgets = MonthlyUsage & { budgets: Budget[] };

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
  }),
});

builder.queryField('monthlyUsage', (t) =>
  t.field({
    type: MonthlyUsageRef,
    description: 'What all users together have used in this month. For operators.',
    authScopes: { ops: true },
    resolve: async (_root, _args, { database, config }) => {
      const usage = await readUsageOfAll(database.pool);
      return { ...usage, budgets: budgetsOf(budgetLimits(config), 'INSTALLATION', usage) };
    },
  }),
);
