import { Component, type ReactNode, useSyncExternalStore } from 'react';
import { availability } from '../../api/outages/availability.ts';
import { useReconnected } from '../../api/outages/useReconnected.ts';
import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';

/**
 * Replaces a page that can't be loaded, as after a deployment, or that fails to render. After an outage, which may be
 * the reason, the page is tried again.
 */
export class PageBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <Failed onReconnected={() => this.setState({ hasFailed: false })} />;
  }
}

function Failed({ onReconnected }: { onReconnected(): void }) {
  const isOutage = useSyncExternalStore(availability.subscribe, availability.get) !== 'available';
  useReconnected(onReconnected);
  return (
    <main className="page" id="content">
      <div className="notice problem-box" role="alert">
        <p className="notice-strong">{t('app.pageFailed.title')}</p>
        {isOutage ? (
          <p>{t('app.pageFailed.outage')}</p>
        ) : (
          <>
            <p>{t('app.pageFailed.advice')}</p>
            <Button onClick={() => location.reload()}>{t('app.pageFailed.reload')}</Button>
          </>
        )}
      </div>
    </main>
  );
}
