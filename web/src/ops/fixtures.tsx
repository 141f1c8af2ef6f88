import { act, type ReactNode } from 'react';
import { Provider } from 'urql';
import { onTestFinished, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { TooltipProvider } from '../controls/Tooltip.tsx';
import { dismiss } from '../ui/messages/notice.ts';
import { renderInPage } from '../ui/renderInPage.ts';

/** Data that the API answers, by the name of the operation. */
type Answers = Record<string, object>;

type Rendered = {
  page: HTMLElement;
  /** Variables of the requests so far, by the name of the operation. */
  requests: [name: string, variables: unknown][];
};

/** Renders a part of the page until the test ends. Operations without an answer stay open. */
export async function render(part: ReactNode, answers: Answers = {}): Promise<Rendered> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const requests: Rendered['requests'] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body);
    requests.push([operationName, variables]);
    const data = answers[operationName];
    return data ? Response.json({ data }) : new Promise(() => undefined);
  });
  onTestFinished(() => {
    dismiss();
    vi.unstubAllGlobals();
  });
  const page = await renderInPage(
    <Provider value={createApiClient()}>
      <TooltipProvider>{part}</TooltipProvider>
    </Provider>,
  );
  return { page, requests };
}

/** The button with a text, also in a dialog. */
export function button(text: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === text,
  );
  if (!found) throw new Error(`There is no button “${text}”`);
  return found;
}

/** Clicks the button with a text. */
export function click(text: string): Promise<void> {
  return act(async () => button(text).click());
}

/** Types into a field, or chooses a value of a list. */
export function enter(field: Element | null | undefined, value: string): Promise<void> {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement))
    throw new Error('There is no field');
  return act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
}
