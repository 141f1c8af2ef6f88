-- A job can ask for a kind of diagram. Jobs of before leave the choice to the planner.
CREATE TYPE "diagram_kind" AS ENUM ('FLOW', 'TREE', 'KANBAN', 'SWOT', 'MINDMAP', 'TIMELINE', 'GRID', 'RING', 'SEQUENCE', 'STATE', 'CLASS');

ALTER TABLE "canvas_job" ADD COLUMN "kind" "diagram_kind";
