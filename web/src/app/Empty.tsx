import type { ReactNode } from 'react';

type EmptyProps = {
  title: string;
  /** The title's level: below the heading that it stands under, or `h1` where it is the page's own. */
  heading: 'h1' | 'h2' | 'h3';
  children: ReactNode;
};

/** Says why there is nothing to see, and what would change that. */
export function Empty({ title, heading: Heading, children }: EmptyProps) {
  return (
    <div className="empty">
      <Heading className="empty-title">{title}</Heading>
      <p>{children}</p>
    </div>
  );
}
