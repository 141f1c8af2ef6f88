/** A level of joining edits, as in `canvas_version.compaction`, and the age in minutes at which versions are due. */
export type JoinLevel = { level: 1 | 2; ageMinutes: number };

/** Whether `version` is due for the level. */
export const isDueVersion = `version.kind = 'EDIT' AND version.compaction = :level - 1
    AND version.created_at < now() - :ageMinutes * interval '1 minute'`;
