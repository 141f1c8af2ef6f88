/** Example instructions, one for each common kind of diagram; their texts are in the catalogue. */
export const exampleList = ['flow', 'kanban', 'swot', 'mindMap', 'timeline', 'orgChart'] as const;
