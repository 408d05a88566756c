// `npm run backup -- FILE`: everything in one encrypted file, as it stands at one moment; people go on working meanwhile.
import { backUp } from "../../platform/backup/backup.ts";
import { withOwner } from "./withOwner.ts";

const file = process.argv[2];
await withOwner(async (ownerUrl, config) => {
  if (file === undefined) throw new Error("Say where the backup goes: npm run backup -- FILE");
  const { tables, bytes } = await backUp(ownerUrl, file, config.backupKey);
  process.stdout.write(
    `${tables} tables in ${file} (${bytes} bytes). It opens with this installation's key alone: keep WIEG_BACKUP_KEY, or the file "secret" of the data folder, apart from it.\n`,
  );
  return 0;
});
