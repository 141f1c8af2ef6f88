import { SquareTerminal } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { SessionDocument } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';
import { graphiqlAddress } from './graphiqlAddress.ts';

type OpsSectionProps = {
  title: string;
  /** The document behind what the section shows or does, with its variables: GraphiQL opens it, where it is served. */
  query: { toString(): string };
  variables?: object;
  children: ReactNode;
};

/** A part of the ops page. */
export function OpsSection({ title, query, variables, children }: OpsSectionProps) {
  const heading = useId();
  const [{ data }] = useQuery({ query: doc(SessionDocument), requestPolicy: 'cache-first' });
  return (
    <section className="ops-section" aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        {data?.system?.graphiql && (
          <a
            className="graphiql-link"
            href={graphiqlAddress(query, variables)}
            target="_blank"
            rel="noreferrer"
            aria-label={t('ops.graphiql.label', { section: title })}
          >
            <SquareTerminal aria-hidden /> {t('ops.graphiql.open')}
          </a>
        )}
      </div>
      {children}
    </section>
  );
}
