/** Why an action failed, below its control; nothing for null. */
export function ErrorNote({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <p className="problem" role="alert">
      {text}
    </p>
  );
}
