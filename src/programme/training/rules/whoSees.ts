/** What someone has to do with training: keeps it, reads it all, her own part, what is open to partners, or figures alone. */
export type TrainingView = "keeps" | "reads" | "own" | "partner" | "steers";

export function viewOf(role: string): TrainingView {
  if (role === "maternity_coordinator") return "keeps";
  if (role === "maternity_intake") return "reads";
  if (role === "maternity_assistant") return "own";
  return role === "project_group" ? "steers" : "partner";
}
