import { migrateDatabase } from "../platform/db/migrate.ts";
import { writeJobKinds } from "../platform/jobs/jobKinds.store.ts";
import { urlFor } from "../platform/db/roles.ts";
import { writeFactors } from "../pathway/signal/server/factorReference.store.ts";
import { writeContactMoments } from "../pathway/infancy/server/youthContactReference.store.ts";
import { writeSharedThemes } from "../insight/sharedQuestions/server/sharedThemes.store.ts";
import { writeOffers } from "../pathway/support/directory/server/offerReference.store.ts";
import { writeWorkKinds } from "../pathway/trajectory/server/workKinds.store.ts";
import { writeRolesOfKind } from "../registry/admin/server/rolesOfKind.store.ts";
import { writeReference } from "../registry/server/reference.store.ts";
import { writePolicy } from "../trust/access/server/policy.store.ts";
import { tasksFor } from "./tasks.ts";
import { workKinds } from "./workKinds.ts";

/** Brings a database up to this version: roles, tables, the access policy and the code lists. */
export async function prepareDatabase(adminUrl: string): Promise<{ ran: number }> {
  const result = await migrateDatabase(adminUrl);
  const ownerUrl = urlFor("wieg_owner", adminUrl);
  await writePolicy(ownerUrl);
  await writeRolesOfKind(ownerUrl);
  await writeReference(ownerUrl);
  await writeFactors(ownerUrl);
  await writeOffers(ownerUrl);
  await writeContactMoments(ownerUrl);
  await writeSharedThemes(ownerUrl);
  await writeWorkKinds(ownerUrl, workKinds);
  await writeJobKinds(
    ownerUrl,
    tasksFor({ publicUrl: "", mail: { smtpUrl: null, from: "" }, trailHeadsFile: "" }).map((task) => task.name),
  );
  return result;
}
