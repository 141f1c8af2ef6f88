import { Component, type ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { t } from '../language/language.ts';

type StageBoundaryProps = { children: ReactNode };

/** Replaces a drawing that fails to render, so that the rest of the page still works. A retry renders it again. */
export class StageBoundary extends Component<StageBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  private readonly retry = () => this.setState({ failed: false });

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="stage stage-failed">
        <div className="notice problem-box" role="alert">
          <p className="notice-strong">{t('canvas.stageFailed.title')}</p>
          <p>{t('canvas.stageFailed.advice')}</p>
          <Button onClick={this.retry}>{t('ui.tryAgain')}</Button>
        </div>
      </div>
    );
  }
}
