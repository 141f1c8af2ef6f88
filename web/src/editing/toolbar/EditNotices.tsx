import { X } from 'lucide-react';
import { IconButton } from '../../controls/IconButton.tsx';
import { t } from '../../language/language.ts';

/** What the person is to know about their last changes, such as what could not be kept. */
export function EditNotices({ notices, onDismiss }: { notices: readonly string[]; onDismiss(): void }) {
  if (notices.length === 0) return null;
  return (
    <div className="notice notice-warning edit-notices" role="alert">
      <div>
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </div>
      <IconButton label={t('editing.dismiss')} onClick={onDismiss}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
