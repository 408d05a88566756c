import { emergencyWork } from "../trust/emergency/pages/emergency.work.ts";
import type { WorkKinds } from "../pathway/trajectory/workKind.ts";

/** The words of every piece of work. A concept adds its kinds here, once. */
export const workKinds: WorkKinds = {
  ...emergencyWork,
};
