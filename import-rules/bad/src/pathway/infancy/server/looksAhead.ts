import { door } from "../../cases/server/door.ts";
export const ahead = door;
