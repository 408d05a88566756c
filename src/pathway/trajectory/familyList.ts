/** The parts in which someone's families are shown. */
export const listFilters = ["pregnancy", "postpartum", "infancy", "preconception", "afterLoss", "ended"] as const;
export type ListFilter = (typeof listFilters)[number];
