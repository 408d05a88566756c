import { door } from "../../exploration/server/door.ts";
export const ahead = door;
