/** What the sketcher knows of a common process: enough to draw it when a person names it and nothing more. */
export type Process = {
  /** Words that name it. */
  match: RegExp;
  name: string;
  start: string;
  steps: readonly string[];
  /** The check that most often goes wrong: after which step, what is asked, and what mends it. */
  check: { after: string; question: string; fix: string };
  end: string;
};

type Check = `${string} > ${string} > ${string}`;

/** Writes a process in four lines: steps are parted by commas, the check is "step > question > fix". */
export function process(
  match: RegExp,
  name: string,
  ends: `${string} > ${string}`,
  steps: string,
  check: Check,
): Process {
  const [start = '', end = ''] = ends.split(' > ');
  const [after = '', question = '', fix = ''] = check.split(' > ');
  return { match, name, start, steps: steps.split(', '), check: { after, question, fix }, end };
}

/** The process with exactly `count` steps: the checked step stays, others go or numbered ones come. */
export function withSteps(known: Process, count: number): Process {
  const steps = [...known.steps];
  while (steps.length > Math.max(count, 1)) {
    const spare = steps.findLastIndex(
      (step, at) => at > 0 && at < steps.length - 1 && step !== known.check.after,
    );
    steps.splice(spare === -1 ? steps.length - 1 : spare, 1);
  }
  for (let number = steps.length + 1; number <= count; number += 1) steps.push(`Step ${number}`);
  return { ...known, steps };
}
