import { door } from "../../plan/server/door.ts";
export const ahead = door;
