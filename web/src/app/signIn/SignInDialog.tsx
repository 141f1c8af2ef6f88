import { Dialog } from 'radix-ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { onTokenStored } from '../../api/token.ts';
import { useFocusReturn } from '../../controls/useFocusReturn.ts';
import { t } from '../../language/language.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { SignInForm } from './SignInForm.tsx';
import { signInAgain } from './signInAgain.ts';
import '../../controls/dialog.css';

/** Asks for a new access token over the page, which stays as it is. Only a token closes it, also one of another tab. */
export function SignInDialog({ isOpen }: { isOpen: boolean }) {
  const returnFocus = useFocusReturn(isOpen);
  return (
    <Dialog.Root open={isOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay">
          <Dialog.Content className="dialog" onCloseAutoFocus={returnFocus}>
            <Dialog.Title>{t('app.signIn.again')}</Dialog.Title>
            <Dialog.Description>{t('app.signIn.expired')}</Dialog.Description>
            <Content />
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content() {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function signIn(token: string): Promise<void> {
    setIsBusy(true);
    setProblem(await signInAgain(client, token));
    setIsBusy(false);
  }

  const onStored = useEffectEvent((token: string) => void signIn(token));
  useEffect(() => onTokenStored(onStored), []);
  return (
    <>
      <SignInForm isBusy={isBusy} onToken={(token) => void signIn(token)} />
      <ErrorNote text={problem} />
    </>
  );
}
