/** Who plans visits, and records and corrects those of others. */
export const mayPlan = (role: string): boolean => role === "maternity_coordinator" || role === "maternity_intake";

/** Who goes to families, and records her own visits. */
export const mayVisit = (role: string): boolean => role === "maternity_assistant" || mayPlan(role);
