/**
 * Calls `onGone` once when the supervisor that started this process has ended, however that came about: the
 * channel between them closes even if it was killed. Does nothing in a process that was started by hand.
 */
export function whenSupervisorIsGone(onGone: () => void): void {
  if (!process.connected) return;
  process.once('disconnect', onGone);
  process.channel?.unref(); // listening alone must not keep the process from ending by itself
}
