import { LayoutGrid } from 'lucide-react';
import { useRef } from 'react';
import { useMutation } from 'urql';
import { v4 as uuid } from 'uuid';
import { doc } from '../api/document.ts';
import { refusalText } from '../api/errors/refusalText.ts';
import { requestFailure } from '../api/errors/requestFailure.ts';
import { Button } from '../controls/Button.tsx';
import { Tooltip } from '../controls/Tooltip.tsx';
import { showPending } from '../creating/pendingSubmissions.ts';
import { defaultOptions, type Submission, submissionFor } from '../creating/submission.ts';
import { type JobDetailFragment, TidyCanvasDocument, type TidyCanvasMutation } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { useCommands } from '../ui/keyboard/commands.ts';
import { announce } from '../ui/messages/notice.ts';

type Props = {
  canvasId: string;
  isEmpty: boolean;
  /** Whether an earlier version is shown. */
  isReadOnly: boolean;
  isSaved: boolean;
  /** The selected objects that are saved; none: all are laid out again. */
  selection: readonly string[];
  onCreated(): void;
};

/** Lays the canvas, or what is selected, out again, by a job. Disabled with its reason as the tooltip. */
export function TidyCanvas({ canvasId, selection, onCreated, ...state }: Props) {
  const [{ fetching }, tidy] = useMutation(doc(TidyCanvasDocument));
  /** A request that may have reached the server. */
  const earlier = useRef<Submission | null>(null);
  const obstacle = obstacleIn(state);

  async function send(): Promise<void> {
    const request = { ...defaultOptions, instruction: t('versions.tidy.all'), canvasId, selection };
    earlier.current = submissionFor(earlier.current, request, () => uuid());
    const input = { canvasId, objectIds: [...selection], idempotencyKey: earlier.current.key };
    const { data, error } = await showPending(earlier.current, () => tidy({ input }), jobIn);
    const outcome = data?.tidyCanvas;
    if (outcome) earlier.current = null;
    if (outcome?.__typename === 'TidyCanvasSuccess') onCreated();
    else if (outcome) announce({ text: refusalText(outcome) });
    else if (error) announce({ text: requestFailure(error) });
  }

  const isOfSelection = selection.length > 0;
  const title = t(isOfSelection ? 'versions.tidy.selection' : 'versions.tidy.all');
  const run = () => void send();
  const group = t('palette.groups.canvas');
  useCommands(obstacle === null && !fetching ? [{ group, title, icon: LayoutGrid, run }] : []);
  return (
    <Tooltip text={obstacle ?? t(isOfSelection ? 'versions.tidy.hintSelection' : 'versions.tidy.hint')}>
      <Button
        aria-disabled={obstacle !== null || fetching}
        onClick={() => {
          if (obstacle === null && !fetching) void send();
        }}
      >
        <LayoutGrid aria-hidden /> {title}
      </Button>
    </Tooltip>
  );
}

function jobIn({ data }: { data?: TidyCanvasMutation }): JobDetailFragment | null {
  const outcome = data?.tidyCanvas;
  return outcome?.__typename === 'TidyCanvasSuccess' ? outcome.job : null;
}

/** Why nothing can be laid out again now; null if it can. */
function obstacleIn({ isEmpty, isReadOnly, isSaved }: Pick<Props, 'isEmpty' | 'isReadOnly' | 'isSaved'>) {
  if (isReadOnly) return t('versions.tidy.isReadOnly');
  if (isEmpty) return t('versions.tidy.isEmpty');
  return isSaved ? null : t('versions.tidy.isSaving');
}
