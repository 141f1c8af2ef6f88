import { CleanUpDocument } from '../generated/graphql.ts';
import { t } from '../language/opsTexts.ts';
import { ErrorNote } from '../ui/messages/ErrorNote.tsx';
import { announce } from '../ui/messages/notice.ts';
import { ConfirmButton } from './section/ConfirmButton.tsx';
import { OpsSection } from './section/OpsSection.tsx';
import { useAction } from './section/useAction.ts';

/** Removes what is past its age limit at once, for instance when the disk is nearly full. */
export function CleanUp() {
  const { run, isRunning, problem } = useAction(CleanUpDocument);
  async function cleanUp(): Promise<void> {
    const data = await run({});
    if (data?.cleanUp?.__typename === 'CleanUpSuccess') announce({ text: t('ops.cleanUp.queued') });
  }
  return (
    <OpsSection title={t('ops.cleanUp.title')} query={CleanUpDocument}>
      <div className="ops-bar">
        <p>{t('ops.cleanUp.text')}</p>
        <ConfirmButton
          label={t('ops.cleanUp.button')}
          disabled={isRunning}
          title={t('ops.cleanUp.confirmTitle')}
          action={t('ops.cleanUp.confirm')}
          onConfirm={() => void cleanUp()}
        >
          {t('ops.cleanUp.consequence')}
        </ConfirmButton>
        <ErrorNote text={problem} />
      </div>
    </OpsSection>
  );
}
