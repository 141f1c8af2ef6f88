import type { Logger } from '../../log.ts';
import { type Budget, warningShare } from './budgets.ts';

/** Logs each budget that is nearly used up: once in a month for each user, as long as the process lives. */
export function createBudgetWarning(log: Logger): (ownerId: string, budgets: readonly Budget[]) => void {
  const warned = new Set<string>();
  let month = 0;
  return (ownerId, budgets) => {
    for (const { scope, unit, limit, used, resetsAt } of budgets) {
      if (used < warningShare * limit) continue;
      if (resetsAt.getTime() !== month) warned.clear();
      month = resetsAt.getTime();
      const userId = scope === 'USER' ? ownerId : undefined;
      const key = [scope, unit, userId].join();
      if (warned.has(key)) continue;
      warned.add(key);
      const share = Math.round((used / limit) * 100);
      log.warn({ scope, unit, limit, used, userId }, `${share} % of a budget of the month is used`);
    }
  };
}
