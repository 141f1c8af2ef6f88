/** Whether the process in `worker` sent a heartbeat lately. */
export const workerAlive = "(stopped_at IS NULL AND heartbeat_at > now() - interval '15 seconds')";
