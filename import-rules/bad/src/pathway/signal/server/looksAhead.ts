import { door } from "../../assessment/server/door.ts";
export const ahead = door;
