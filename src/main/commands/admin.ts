// `npm run admin -- invite EMAIL [NAME]`: the first administrator of a real installation, or one who lost every way in. Prints a one-time link.
import pg from "pg";
import { addressOfLink, inviteFirstAdministrator } from "../../registry/admin/server/firstAdministrator.ts";
import { withOwner } from "./withOwner.ts";

const usage = 'Use it like this: npm run admin -- invite name@organisation.example ["Her Name"]';
const wrongUse = 2;

const [verb, email, name, ...more] = process.argv.slice(2);
if (verb !== "invite" || email === undefined || !/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254 || more.length > 0) {
  console.error(usage);
  process.exitCode = wrongUse;
} else {
  await withOwner(async (ownerUrl, config) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const invited = await inviteFirstAdministrator(owner, { email, name: name ?? email });
      if (invited.code !== "done") {
        console.error(
          "Someone with this address already works here in another role. Whoever administers Wieg has no other role: use another address.",
        );
        return 1;
      }
      console.log(
        `A one-time link for ${email}, good until ${invited.until.toISOString().slice(0, 10)}. Open it in her own browser:\n\n  ${addressOfLink(config.publicUrl, invited.token)}\n`,
      );
      return 0;
    } finally {
      await owner.end();
    }
  });
}
