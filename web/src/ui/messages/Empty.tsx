import type { ReactNode } from 'react';

type EmptyProps = {
  title: string;
  /** Level of the title: one below the heading above it, or `h1` for the title of the page. */
  heading: 'h1' | 'h2' | 'h3';
  children: ReactNode;
};

/** Shown in place of an empty list or page, with what to do next. */
export function Empty({ title, heading: Heading, children }: EmptyProps) {
  return (
    <div className="empty">
      <Heading className="empty-title">{title}</Heading>
      <p>{children}</p>
    </div>
  );
}
