import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { budgetText, warningShare } from '../api/errors/budgetText.ts';
import { BudgetsDocument } from '../generated/graphql.ts';
import './budgets.css';

/** A note about each budget of the month that is nearly or completely used up. */
export function BudgetNote() {
  const [{ data }] = useQuery({ query: doc(BudgetsDocument), requestPolicy: 'cache-and-network' });
  const notable = data?.viewer?.usage.budgets.filter(({ used, limit }) => used >= warningShare * limit);
  if (!notable?.length) return null;
  return (
    <div className="budget-notes" role="status">
      {notable.map((budget) => {
        const isUsedUp = budget.used >= budget.limit;
        return (
          <p
            key={`${budget.scope} ${budget.unit}`}
            className={`notice ${isUsedUp ? 'notice-danger' : 'notice-warning'}`}
          >
            {budgetText(budget, isUsedUp ? 'usedUp' : 'nearlyUsedUp')}
          </p>
        );
      })}
    </div>
  );
}
