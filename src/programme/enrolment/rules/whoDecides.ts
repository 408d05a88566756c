import type { Role } from "../../../trust/access/rules/policy.ts";

/** Who starts, decides and confirms [access.md 2, part programme: W, W start, W confirm]. The database asks the same of who decides. */
export const deciders: readonly Role[] = ["midwife", "clinical_midwife", "gynaecologist", "maternity_coordinator"];
export const confirmers: readonly Role[] = ["youth_nurse", "youth_doctor"];

export const mayDecide = (role: string): boolean => (deciders as readonly string[]).includes(role);
export const mayConfirm = (role: string): boolean => (confirmers as readonly string[]).includes(role);
