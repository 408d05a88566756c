export const comparisonJob = "study-comparison";
