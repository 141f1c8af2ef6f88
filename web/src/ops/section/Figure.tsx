type FigureProps = {
  label: string;
  value: string;
  note?: string | null;
  /** That it needs attention, and how much. */
  alarm?: 'warning' | 'danger' | null;
};

/** A figure with its name, in a list of the class `live-figures`. */
export function Figure({ label, value, note, alarm }: FigureProps) {
  return (
    <div className="live-figure" data-alarm={alarm ?? undefined}>
      <dt>{label}</dt>
      <dd className="figures">{value}</dd>
      {note && <dd className="live-figure-note">{note}</dd>}
    </div>
  );
}
