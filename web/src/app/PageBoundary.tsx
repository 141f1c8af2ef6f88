import { Component, type ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { t } from '../language/language.ts';

/** Replaces a page that can't be loaded, as after a deployment, or that fails to render. */
export class PageBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="page" id="content">
        <div className="notice problem-box" role="alert">
          <p className="notice-strong">{t('app.pageFailed.title')}</p>
          <p>{t('app.pageFailed.advice')}</p>
          <Button onClick={() => location.reload()}>{t('app.pageFailed.reload')}</Button>
        </div>
      </main>
    );
  }
}
