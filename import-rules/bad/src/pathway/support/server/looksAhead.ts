import { door } from "../../conference/server/door.ts";
export const ahead = door;
