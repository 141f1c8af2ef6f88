import { SquareTerminal } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { t } from '../language/language.ts';
import { graphiqlAddress } from './graphiqlAddress.ts';

type OpsSectionProps = {
  title: string;
  /** The document that reads what the section shows, with its variables: it can be opened in GraphiQL. */
  query: { toString(): string };
  variables?: object;
  children: ReactNode;
};

/** A part of the ops page. */
export function OpsSection({ title, query, variables, children }: OpsSectionProps) {
  const heading = useId();
  return (
    <section className="ops-section" aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        <a
          className="graphiql-link"
          href={graphiqlAddress(query, variables)}
          target="_blank"
          rel="noreferrer"
          aria-label={t('ops.graphiql.label', { section: title })}
        >
          <SquareTerminal aria-hidden /> {t('ops.graphiql.open')}
        </a>
      </div>
      {children}
    </section>
  );
}
