/** Frequencies in Hz, and the length of each in seconds. */
const notes = [659, 880] as const;
const noteLength = 0.12;

let context: AudioContext | undefined;

/** When the last tone ends, with a pause after it, in s by the clock of the context. */
let busyUntil = 0;

/** Browsers allow sounds once the user has clicked, or pressed a key, on the page. */
export function canPlayTone(): boolean {
  // Older browsers don't tell.
  return 'AudioContext' in window && navigator.userActivation?.hasBeenActive !== false;
}

/** Plays two short notes. Of several at once, only the first is played. */
export function playTone(): void {
  context ??= new AudioContext();
  void context.resume();
  const start = context.currentTime;
  if (start < busyUntil) return;
  busyUntil = start + 1;
  for (const [index, frequency] of notes.entries()) {
    const oscillator = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    const from = start + index * noteLength;
    // Without a ramp, the ends of a note click.
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.1, from + 0.01);
    volume.gain.linearRampToValueAtTime(0, from + noteLength);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(from + noteLength);
  }
}
