/// <reference lib="dom" />

/** What runs in the page: functions that Playwright sends there, so that each contains all that it needs. */

/** Turns the wheel once a frame, back and forth. @returns Milliseconds between the frames. */
export function moveView({ seconds, zooms }: { seconds: number; zooms: boolean }): Promise<number[]> {
  const drawing = document.querySelector('canvas.interactive');
  if (!drawing) throw new Error('there is no drawing');
  const framesOneWay = 40;
  return new Promise((resolve) => {
    const frames: number[] = [];
    let [began, before, count] = [0, 0, 0];
    const turn = (time: number) => {
      if (count === 0) began = time;
      else frames.push(time - before);
      before = time;
      if (time - began > seconds * 1_000) return resolve(frames);
      const step = Math.floor(count / framesOneWay) % 2 === 0 ? 10 : -10;
      count += 1;
      const at = { clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true, cancelable: true };
      const wheel = zooms ? { deltaY: step, ctrlKey: true } : { deltaX: step, deltaY: step };
      drawing.dispatchEvent(new WheelEvent('wheel', { ...at, ...wheel }));
      requestAnimationFrame(turn);
    };
    requestAnimationFrame(turn);
  });
}

/** What a page has to tell about its drawing. */
export type WatchedPage = { drawnAfter: number | null; elementsToDraw: number };

/**
 * Measures in `drawnAfter` how many milliseconds pass from a click to the end of the frame that has drawn as many
 * elements as `elementsToDraw`.
 */
export function watchDrawing(): void {
  const watched = window as unknown as WatchedPage;
  let clickedAt = 0;
  let drawn = 0;
  addEventListener(
    'click',
    ({ timeStamp }) => {
      clickedAt = timeStamp;
      watched.drawnAfter = null;
    },
    { capture: true },
  );
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (
    this: CanvasRenderingContext2D,
    ...args: unknown[]
  ) {
    Reflect.apply(draw, this, args);
    if (!this.canvas.classList.contains('static') || watched.drawnAfter !== null) return;
    if (drawn === 0) requestAnimationFrame(() => setTimeout(endFrame));
    drawn += 1;
  };
  function endFrame(): void {
    if (drawn >= watched.elementsToDraw) watched.drawnAfter = performance.now() - clickedAt;
    drawn = 0;
  }
}
