// `npm run restore -- FILE`: puts a backup back into a database in which no family was ever registered.
import { restore } from "../../platform/backup/backup.ts";
import { withOwner } from "./withOwner.ts";

const file = process.argv[2];
await withOwner(async (ownerUrl, config) => {
  if (file === undefined) throw new Error("Say which backup: npm run restore -- FILE");
  const { tables, madeAt } = await restore(ownerUrl, file, config.backupKey);
  process.stdout.write(`${tables} tables are back, as they stood at ${madeAt}. Everybody signs in again.\n`);
  return 0;
});
