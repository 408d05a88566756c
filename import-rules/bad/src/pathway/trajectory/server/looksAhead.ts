import { door } from "../../signal/server/door.ts";
export const ahead = door;
