import { door } from "../../handover/server/door.ts";
export const ahead = door;
