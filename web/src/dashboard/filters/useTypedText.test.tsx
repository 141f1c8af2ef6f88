// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useTypedText } from './useTypedText.ts';

type FieldProps = {
  text: string;
  onChange(text: string): void;
  onRender(...field: [string, (text: string) => void]): void;
};

function Field({ text, onChange, onRender }: FieldProps) {
  onRender(...useTypedText(text, onChange));
  return null;
}

/** Renders a field whose text is in an address that follows it. */
function renderField() {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  const onChange = vi.fn<(text: string) => void>();
  const root = createRoot(document.createElement('div'));
  const shown = { text: '', type: (_: string) => {} };
  const onRender: FieldProps['onRender'] = (text, type) => Object.assign(shown, { text, type });
  const address = (text: string) =>
    act(() => root.render(<Field text={text} onChange={onChange} onRender={onRender} />));
  address('');
  onTestFinished(() => {
    act(() => root.unmount());
    vi.useRealTimers();
  });
  return {
    onChange,
    address,
    text: () => shown.text,
    type: (text: string) => act(() => shown.type(text)),
    wait: (ms: number) => act(() => vi.advanceTimersByTime(ms)),
  };
}

test('a text is reported once, when typing pauses', () => {
  const { onChange, type, wait } = renderField();
  type('f');
  wait(200);
  type('fl');
  wait(200);
  expect(onChange).not.toHaveBeenCalled();
  wait(100);
  expect(onChange.mock.calls).toEqual([['fl']]);
});

test('what is typed while the address follows stays', () => {
  const { address, text, type, wait } = renderField();
  type('fl');
  wait(300);
  type('flow');
  address('fl');
  expect(text()).toBe('flow');
});

test('a change from outside replaces the text, and is not reported', () => {
  const { onChange, address, text, type, wait } = renderField();
  type('flow');
  wait(300);
  address('flow');
  address('');
  expect(text()).toBe('');
  address('flow');
  expect(text()).toBe('flow');
  wait(1_000);
  expect(onChange.mock.calls).toEqual([['flow']]);
});
