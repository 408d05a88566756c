import { door } from "../../support/server/door.ts";
export const ahead = door;
