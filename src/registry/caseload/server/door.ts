/** Reading a table that someone offers as a file, whatever program made it: encoding by line, quotes, separators. For imports elsewhere. */
export { readPhysicalLines } from "./physicalLines.ts";
export { assembleRecords } from "../rules/records.ts";
